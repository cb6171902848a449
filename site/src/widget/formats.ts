import { englishLocale } from '../../../src/domain/records/locale.ts'
import {
  clockSpanWords,
  clockWords,
  zonePlaceWords,
} from '../../../src/domain/words/clock-words.ts'
import {
  dayWords,
  hourOfDay,
  localDayWords,
  viewerZone,
} from '../../../src/domain/words/day-words.ts'
import { moneyWords } from '../../../src/domain/words/money-words.ts'
import { publishedPrice } from '../lib/money.ts'
import type { Money } from '../lib/shapes.ts'

type Span = { start: string; end: string; timezone: string }

/** Dates, times and prices as one locale writes them; instants in the zone of the place of work. */
export const formatsFor = (locale: string) => ({
  weekday: (day: string) => localDayWords(day, locale).weekday,
  dayOfMonth: (day: string) => localDayWords(day, locale).dayOfMonth,
  month: (day: string) => localDayWords(day, locale).month,
  fullDay: (day: string) => localDayWords(day, locale).fullDay,
  /** "9:00 am"; without a zone, on the clock of whoever looks. */
  clock: (at: string, zone?: string) => clockWords(at, { zone: zone ?? viewerZone(), locale }),
  /** "9:00–10:30 am", with the zone's name where a reader would not know which time is meant. */
  span: ({ timezone: zone, ...span }: Span) => clockSpanWords(span, { zone, locale }),
  /** "Sydney (AEDT)", as it is at the times shown. */
  zone: (at: string | string[], zone: string) => zonePlaceWords(at, { zone, locale }),
  /** "Tue 24 Nov". */
  day: (at: string, zone: string) => dayWords(at, { zone, locale }),
  /** The hour of the day, 0 to 23. */
  hour: (at: string, zone: string) => hourOfDay(at, zone),
  money: (money: Money) => moneyWords(money, { locale }),
  /** "$189", "$95 an hour", or null where no price is published. */
  price: (of: Parameters<typeof publishedPrice>[0]) => publishedPrice(of, locale),
})
export type Formats = ReturnType<typeof formatsFor>

/** The locale for a wish such as "en-GB"; the company's where the words would not fit the wish. */
export const localeFor = (wanted: string | null | undefined, company: string): string =>
  /^en-[a-z\d-]+$/i.test(wanted ?? '') ? englishLocale(wanted) : englishLocale(company)
