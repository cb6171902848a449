import { z } from 'zod'

const [first, after] = [Date.parse('2000-01-01'), Date.parse('2200-01-01')]

/** An instant that clocks and calendars of the product can hold: ISO 8601 with an offset. */
export const instant = z.iso.datetime({ offset: true }).refine(
  (value) => {
    const at = Date.parse(value)
    return at >= first && at < after
  },
  { message: 'Give a time between the years 2000 and 2199.' },
)
