import { z } from 'zod'

const [first, after] = ['2000-01-01', '2200-01-01']
const message = 'Give a date between 2000 and 2199.'

/** A local date that clocks and calendars of the product can hold. */
export const localDate = z.iso.date().refine((value) => value >= first && value < after, {
  message,
})

/** An instant, ISO 8601 with an offset, in the same years. */
export const instant = z.iso.datetime({ offset: true }).refine(
  (value) => {
    const at = Date.parse(value)
    return at >= Date.parse(first) && at < Date.parse(after)
  },
  { message },
)
