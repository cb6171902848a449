import type { DateField, DateFieldValidation } from 'payload'
import { date } from 'payload/shared'
import { isCalendarDay, isWallClock } from '../domain/scheduling/local-date.ts'

/** A time that does not say where it is shown is none: it would be read on the server's clock. */
const isInstant: DateFieldValidation = (value, options) =>
  isWallClock(value) || isCalendarDay(value)
    ? 'Give a time with its offset from UTC, such as 2027-01-05T09:00:00+11:00.'
    : date(value, options)

/** An instant, stored as UTC; the panel shows and edits it on the named clock of its place. */
export const instantField = (field: Omit<DateField, 'type'>): DateField =>
  ({
    ...field,
    type: 'date',
    validate: isInstant,
    admin: {
      ...field.admin,
      components: {
        Field: 'fieldbook/admin/ui/instant-input#InstantInput',
        Cell: 'fieldbook/admin/ui/instant-cell#InstantCell',
        ...field.admin?.components,
      },
    },
  }) as DateField
