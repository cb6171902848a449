import { securedGlobal } from '../../src/access/global-access.ts'
import { postalAddressFields } from '../../src/fields/postal-address-fields.ts'
import { timezoneField } from '../../src/fields/timezone-field.ts'
import { settingsHooks } from '../../src/hooks/records/settings-hooks.ts'

export const company = securedGlobal({
  slug: 'company',
  label: 'Company',
  admin: { group: 'Settings' },
  hooks: settingsHooks,
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'name', type: 'text', required: true, defaultValue: 'Fieldbook' },
        { name: 'tradingName', type: 'text' },
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'phone', type: 'text' },
        { name: 'email', type: 'email' },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'currency',
          type: 'text',
          required: true,
          defaultValue: 'AUD',
          validate: (value: null | string | undefined) =>
            /^[A-Z]{3}$/.test(value ?? '') || 'Give an ISO 4217 code such as AUD.',
        },
        timezoneField({ required: true, defaultValue: 'Australia/Sydney' }),
        { name: 'locale', type: 'text', required: true, defaultValue: 'en-AU' },
      ],
    },
    { name: 'logo', type: 'upload', relationTo: 'media' },
    { name: 'address', type: 'group', fields: postalAddressFields({ required: false }) },
    {
      name: 'fieldworkerLabel',
      label: 'Customers call a fieldworker',
      type: 'text',
      defaultValue: 'fieldworker',
    },
  ],
})
