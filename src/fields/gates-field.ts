import type { Field, GroupField } from 'payload'
import { officeReads } from '../access/field-access.ts'
import { instantField } from './instant-field.ts'
import { stateField } from './state-field.ts'

const gate = (name: string, states: readonly string[]): Field =>
  stateField({
    name,
    states: ['not_required', 'open', 'passed', ...states],
    defaultValue: 'not_required',
  })

/** What must happen before a pending booking confirms itself. */
export const gatesField: GroupField = {
  name: 'gates',
  label: 'Waiting for',
  type: 'group',
  admin: { readOnly: true },
  fields: [
    {
      type: 'row',
      fields: [
        gate('approval', ['rejected']),
        gate('customer', ['declined', 'expired']),
        gate('deposit', ['expired']),
      ],
    },
    { name: 'approvalBy', type: 'text', access: { read: officeReads } },
    { name: 'approvalReason', type: 'textarea', access: { read: officeReads } },
    instantField({ name: 'customerExpiresAt' }),
  ],
}
