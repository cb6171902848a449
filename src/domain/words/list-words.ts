import { memoize } from '../memoize.ts'
import { usableLocale } from '../records/locale.ts'

const formatOf = memoize((locale: string) => new Intl.ListFormat(usableLocale(locale)))

/** "a, b and c". */
export const listWords = (parts: readonly string[], locale: string): string =>
  formatOf(locale).format(parts)
