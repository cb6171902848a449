import type { GroupField } from 'payload'
import { pricesRead } from '../access/field-access.ts'
import { amountField } from './amount-field.ts'

/** Sums of the lines in minor units of `currency`; derived, never typed in. */
export const totalsField: GroupField = {
  name: 'totals',
  type: 'group',
  access: { read: pricesRead },
  admin: { readOnly: true },
  fields: [
    {
      type: 'row',
      fields: [
        amountField({ name: 'subtotal', defaultValue: 0 }),
        amountField({ name: 'tax', defaultValue: 0 }),
        amountField({ name: 'total', defaultValue: 0 }),
        { name: 'currency', type: 'text', maxLength: 3 },
      ],
    },
  ],
}
