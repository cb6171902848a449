import { memoize } from '../memoize.ts'
import { usableLocale } from '../records/locale.ts'

/** The formatter for these options; a locale that Intl does not know is read as the nearest one. */
export const dateFormat = memoize(
  (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(usableLocale(locale), options),
)
