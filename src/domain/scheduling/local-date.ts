const shape = /^\d{4}-\d{2}-\d{2}$/

/** Whether a text is a day of the calendar, `YYYY-MM-DD`; 30 February is none. */
export const isCalendarDay = (value: unknown): value is string => {
  if (typeof value !== 'string' || !shape.test(value)) return false
  const at = Date.parse(`${value}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value)
}

/** Whether a text is a day on which something can be booked, open or closed. */
export const isLocalDate = (value: unknown): value is string =>
  isCalendarDay(value) && value >= '2000-01-01' && value < '2200-01-01'

/** What a refusal of anything else says. */
export const localDateHint = 'Give a date between 2000 and 2199 as YYYY-MM-DD.'

/** Whether a text is a time of some clock, `YYYY-MM-DDTHH:MM`, that does not say of which. */
export const isWallClock = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/.test(value)
