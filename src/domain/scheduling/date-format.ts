import { usableLocale } from '../records/locale.ts'

const known = new Map<string, Intl.DateTimeFormat>()
const maximumKept = 500

/**
 * The formatter for these options; making one costs a hundred times more than using it. A locale
 * that Intl does not take is read as the nearest one that it does.
 */
export const dateFormat = (
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat => {
  const key = `${locale} ${JSON.stringify(options)}`
  const kept = known.get(key)
  if (kept) return kept
  const format = new Intl.DateTimeFormat(usableLocale(locale), options)
  if (known.size >= maximumKept) known.clear()
  known.set(key, format)
  return format
}
