import { settingsAdmin } from '../../src/admin/settings/settings-admin.ts'
import { securedGlobal } from '../../src/access/global-access.ts'
import { amountField } from '../../src/fields/amount-field.ts'
import { settingsHooks } from '../../src/hooks/records/settings-hooks.ts'

export const financialSettings = securedGlobal({
  slug: 'financial-settings',
  label: 'Billing & tax',
  admin: settingsAdmin,
  hooks: settingsHooks,
  fields: [
    { name: 'taxPercent', type: 'number', min: 0, max: 100, defaultValue: 10 },
    { name: 'pricesIncludeTax', type: 'checkbox', defaultValue: true },
    amountField({ name: 'cancellationFeeAmount', defaultValue: 0 }),
    {
      name: 'cancellationFees',
      type: 'array',
      maxRows: 50,
      labels: { singular: 'Fee', plural: 'Fees' },
      admin: {
        description:
          'Fees to choose from when the office cancels. The default one replaces the cancellation fee above.',
      },
      fields: [
        { name: 'name', type: 'text', required: true, maxLength: 80 },
        {
          name: 'kind',
          type: 'select',
          required: true,
          defaultValue: 'fixed',
          options: [
            { label: 'Fixed amount', value: 'fixed' },
            { label: 'Percent of the booking', value: 'percent' },
          ],
        },
        amountField({
          name: 'amount',
          admin: { condition: (_, row) => row['kind'] !== 'percent' },
        }),
        {
          name: 'percent',
          type: 'number',
          min: 0,
          max: 100,
          admin: { condition: (_, row) => row['kind'] === 'percent' },
        },
        { name: 'isDefault', label: 'Default', type: 'checkbox', defaultValue: false },
      ],
    },
    amountField({ name: 'noShowFeeAmount', defaultValue: 0 }),
  ],
})
