import {
  clockSpanWords,
  clockWords,
  zonePlaceWords,
} from '../../../src/domain/words/clock-words.ts'
import type { Money } from '../lib/shapes.ts'

type Span = { start: string; end: string; timezone: string }

const units = { job: '', time: ' an hour', unit: ' each' }

/** Dates, times and prices as one locale writes them; instants in the zone of the place of work. */
export const formatsFor = (locale: string) => {
  const date = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options)
  const noon = (day: string) => new Date(`${day}T12:00:00Z`)
  const local = (day: string, options: Intl.DateTimeFormatOptions) =>
    date({ timeZone: 'UTC', ...options }).format(noon(day))
  const clock = { hour: 'numeric', minute: '2-digit' } as const
  const money = ({ amount, currency }: Money, trailing: 'auto' | 'stripIfInteger' = 'auto') => {
    const format = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      trailingZeroDisplay: trailing,
    })
    return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
  }
  return {
    weekday: (day: string) => local(day, { weekday: 'short' }),
    dayOfMonth: (day: string) => local(day, { day: 'numeric' }),
    month: (day: string) => local(day, { month: 'short' }),
    fullDay: (day: string) => local(day, { weekday: 'long', day: 'numeric', month: 'long' }),
    /** "9:00 am"; without a zone, on the clock of whoever looks. */
    clock: (at: string, zone?: string) =>
      zone ? clockWords(at, { zone, locale }) : date(clock).format(new Date(at)),
    /** "9:00–10:30 am", with the zone's name where a reader would not know which time is meant. */
    span: ({ timezone: zone, ...span }: Span) => clockSpanWords(span, { zone, locale }),
    /** "Sydney (AEDT)", as it is at the times shown. */
    zone: (at: string | string[], zone: string) => zonePlaceWords(at, { zone, locale }),
    /** "Tue, 24 Nov". */
    day: (at: string, timeZone: string) =>
      date({ weekday: 'short', day: 'numeric', month: 'short', timeZone }).format(new Date(at)),
    /** The hour of the day, 0 to 23. */
    hour: (at: string, timeZone: string) =>
      Number(
        new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone }).format(
          new Date(at),
        ),
      ),
    money,
    /** "$189", "$95 an hour", or null where no price is published. */
    price: (of: { price: Money | null; priceModel: keyof typeof units }) =>
      of.price && `${money(of.price, 'stripIfInteger')}${units[of.priceModel]}`,
  }
}
export type Formats = ReturnType<typeof formatsFor>

/** The locale for a wish such as "en-GB"; the company's where the words would not fit the wish. */
export const localeFor = (wanted: string | null | undefined, company: string): string =>
  [wanted, company].find((tag) => /^en-[a-z\d-]+$/i.test(tag ?? '')) ?? 'en-AU'
