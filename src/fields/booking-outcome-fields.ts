import type { Field } from 'payload'
import {
  officeOrCustomerReads,
  officeOrFieldworkerReads,
  officeReads,
} from '../access/field-access.ts'
import { amountField } from './amount-field.ts'
import { instantField } from './instant-field.ts'

/** How a booking ended early: written by the commands, with the fee where there is one. */
export const bookingOutcomeFields: Field[] = [
  {
    name: 'cancellation',
    type: 'group',
    admin: { readOnly: true, condition: (data) => data['status'] === 'cancelled' },
    fields: [
      { name: 'reason', type: 'text', access: { read: officeReads } },
      { name: 'comment', type: 'textarea', access: { read: officeOrCustomerReads } },
      { name: 'by', type: 'text', access: { read: officeOrFieldworkerReads } },
      { name: 'channel', type: 'text', access: { read: officeReads } },
      {
        type: 'row',
        fields: [
          amountField({ name: 'feeAmount', access: { read: officeOrCustomerReads } }),
          { name: 'feeName', type: 'text', access: { read: officeOrCustomerReads } },
          { name: 'feeWaived', type: 'checkbox', access: { read: officeOrCustomerReads } },
          instantField({ name: 'at' }),
        ],
      },
    ],
  },
  {
    name: 'noShow',
    label: 'No-show',
    type: 'group',
    admin: { readOnly: true, condition: (data) => data['status'] === 'no_show' },
    fields: [
      {
        type: 'row',
        fields: [
          { name: 'by', type: 'text', access: { read: officeOrFieldworkerReads } },
          instantField({ name: 'at' }),
          amountField({ name: 'feeAmount', access: { read: officeOrCustomerReads } }),
        ],
      },
    ],
  },
]
