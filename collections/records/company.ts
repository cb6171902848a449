import { settingsAdmin } from '../../src/admin/settings/settings-admin.ts'
import { securedGlobal } from '../../src/access/global-access.ts'
import { firstCompany } from '../../src/domain/records/first-company.ts'
import { currencyField } from '../../src/fields/currency-field.ts'
import { emailField } from '../../src/fields/email-field.ts'
import { localeField } from '../../src/fields/locale-field.ts'
import { phoneField } from '../../src/fields/phone-field.ts'
import { postalAddressFields } from '../../src/fields/postal-address-fields.ts'
import { timezoneField } from '../../src/fields/timezone-field.ts'
import { settingsHooks } from '../../src/hooks/records/settings-hooks.ts'

export const company = securedGlobal({
  slug: 'company',
  label: 'Company',
  admin: settingsAdmin,
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
      fields: [phoneField(), emailField()],
    },
    {
      type: 'row',
      fields: [
        currencyField({ required: true, defaultValue: firstCompany.currency }),
        timezoneField({ required: true, defaultValue: firstCompany.timezone }),
        localeField({ required: true, defaultValue: firstCompany.locale }),
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
