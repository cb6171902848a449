import { securedGlobal } from '../../src/access/global-access.ts'
import { amountField } from '../../src/fields/amount-field.ts'
import { settingsHooks } from '../../src/hooks/records/settings-hooks.ts'

export const financialSettings = securedGlobal({
  slug: 'financial-settings',
  label: 'Money',
  admin: { group: 'Settings' },
  hooks: settingsHooks,
  fields: [
    { name: 'taxPercent', type: 'number', min: 0, max: 100, defaultValue: 10 },
    { name: 'pricesIncludeTax', type: 'checkbox', defaultValue: true },
    amountField({ name: 'cancellationFeeAmount', defaultValue: 0 }),
    amountField({ name: 'noShowFeeAmount', defaultValue: 0 }),
  ],
})
