import type { SettingsSpec } from './settings-spec.ts'

export const companySettings: SettingsSpec = {
  title: 'Company',
  lead: 'Who you are, where, and how dates and amounts are written.',
  cards: [
    {
      title: 'Name and contact',
      lead: 'Shown on the website, in every message and on the calendar entries of visits.',
      fields: [
        { kind: 'text', path: 'name', label: 'Legal name', required: true },
        {
          kind: 'text',
          path: 'tradingName',
          label: 'Trading name',
          hint: 'What customers know you by. Leave empty to use the legal name.',
        },
        {
          kind: 'text',
          type: 'tel',
          path: 'phone',
          label: 'Phone',
          hint: 'Customers call it when a time doesn’t suit.',
        },
        {
          kind: 'text',
          type: 'email',
          path: 'email',
          label: 'Email',
          hint: 'Replies to your messages arrive here.',
        },
        { kind: 'picture', path: 'logo', label: 'Logo', hint: 'In the header of the website.' },
      ],
    },
    {
      title: 'Address',
      fields: [
        { kind: 'text', path: 'address.line1', label: 'Street' },
        { kind: 'text', path: 'address.line2', label: 'Flat, unit or floor' },
        { kind: 'text', path: 'address.suburb', label: 'Suburb or town' },
        { kind: 'text', path: 'address.postcode', label: 'Postcode' },
        { kind: 'text', path: 'address.region', label: 'State or region' },
        {
          kind: 'listed',
          list: 'countries',
          path: 'address.country',
          label: 'Country',
          hint: 'Phone numbers without a prefix are read as numbers of this country.',
        },
      ],
    },
    {
      title: 'Language and money',
      fields: [
        {
          kind: 'listed',
          list: 'zones',
          path: 'timezone',
          label: 'Time zone',
          required: true,
          hint: 'The office’s clock. Visits always show the time at the job.',
        },
        {
          kind: 'listed',
          list: 'locales',
          path: 'locale',
          label: 'Dates and amounts as in',
          required: true,
        },
        {
          kind: 'listed',
          list: 'currencies',
          path: 'currency',
          label: 'Currency',
          required: true,
          hint: 'For new prices. Bookings keep the currency they were made in.',
        },
        {
          kind: 'text',
          path: 'fieldworkerLabel',
          label: 'What you call a fieldworker',
          hint: 'For example technician, cleaner or plumber. Used in the office, in messages and on the website.',
        },
      ],
    },
  ],
}
