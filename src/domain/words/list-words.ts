import { usableLocale } from '../records/locale.ts'

const known = new Map<string, Intl.ListFormat>()

/** "a, b and c". */
export const listWords = (parts: readonly string[], locale: string): string => {
  const format = known.get(locale) ?? new Intl.ListFormat(usableLocale(locale))
  known.set(locale, format)
  return format.format(parts)
}
