import type { ArrayField } from 'payload'
import { localDateField } from './local-date-field.ts'
import { wallClockField } from './wall-clock-field.ts'

const days = [
  { value: 'mon', label: 'Monday' },
  { value: 'tue', label: 'Tuesday' },
  { value: 'wed', label: 'Wednesday' },
  { value: 'thu', label: 'Thursday' },
  { value: 'fri', label: 'Friday' },
  { value: 'sat', label: 'Saturday' },
  { value: 'sun', label: 'Sunday' },
]

/** Weekly hours: an end at or before its start belongs to the next day. */
export const weeklyHoursField = (name: string, label: string): ArrayField => ({
  name,
  label,
  type: 'array',
  maxRows: 30,
  admin: { components: { Field: 'fieldbook/admin/scheduling/week-hours#WeekHours' } },
  fields: [
    { name: 'days', type: 'select', hasMany: true, required: true, options: days },
    { type: 'row', fields: [wallClockField('start'), wallClockField('end')] },
  ],
})

/** Local dates (`YYYY-MM-DD`) whose hours differ from the week's. */
export const hoursExceptionsField = (): ArrayField => ({
  name: 'exceptions',
  label: 'Exceptions',
  type: 'array',
  maxRows: 400,
  admin: { components: { Field: 'fieldbook/admin/scheduling/hours-exceptions#HoursExceptions' } },
  fields: [
    {
      type: 'row',
      fields: [
        localDateField('date'),
        { name: 'closed', type: 'checkbox', defaultValue: false },
        { name: 'note', type: 'text' },
      ],
    },
    {
      name: 'blocks',
      type: 'array',
      maxRows: 6,
      fields: [{ type: 'row', fields: [wallClockField('start'), wallClockField('end')] }],
    },
  ],
})
