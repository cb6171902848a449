import type { DateField } from 'payload'

/** An instant, stored as UTC; the panel shows and edits date and time. */
export const instantField = (field: Omit<DateField, 'type'>): DateField =>
  ({
    ...field,
    type: 'date',
    admin: {
      ...field.admin,
      date: { pickerAppearance: 'dayAndTime', ...field.admin?.date },
    },
  }) as DateField
