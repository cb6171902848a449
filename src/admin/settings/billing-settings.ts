import type { SettingsSpec } from './settings-spec.ts'

export const billing: SettingsSpec = {
  title: 'Billing & tax',
  lead: 'For new bookings; what is already booked keeps its prices.',
  cards: [
    {
      title: 'Tax',
      fields: [
        {
          ...{ kind: 'number', unit: '%', min: 0, max: 100, step: 0.1 },
          path: 'taxPercent',
          label: 'Tax',
          hint: 'Services may have a rate of their own.',
        },
        { kind: 'switch', path: 'pricesIncludeTax', label: 'Prices include tax' },
      ],
    },
    {
      title: 'Fees',
      fields: [
        {
          kind: 'amount',
          path: 'cancellationFeeAmount',
          label: 'Cancellation fee',
          hint: 'Used where no fee below is the default.',
        },
        { kind: 'amount', path: 'noShowFeeAmount', label: 'Fee when no one is home' },
        {
          kind: 'fees',
          path: 'cancellationFees',
          label: 'Fees to choose from when the office cancels',
        },
      ],
    },
  ],
}
