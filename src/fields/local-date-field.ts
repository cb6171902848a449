import type { TextField } from 'payload'
import { isLocalDate, localDateHint } from '../domain/scheduling/local-date.ts'

/** A day of the calendar, `YYYY-MM-DD`, without clock or zone. */
export const localDateField = (name: string): TextField => ({
  name,
  type: 'text',
  required: true,
  admin: { placeholder: '2027-01-26' },
  validate: (value: null | string | undefined) => isLocalDate(value) || localDateHint,
})
