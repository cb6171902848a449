import { memoize } from '../memoize.ts'

/** The locale in its canonical spelling, such as `en-AU`; null for what is none, or none Intl knows. */
export const readLocale = (typed: string): string | null => {
  try {
    const [locale] = Intl.getCanonicalLocales(typed.trim())
    if (!locale) return null
    return Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0 ? locale : null
  } catch {
    return null
  }
}

/** A locale that formats never fail for, close to the one that is stored. */
export const usableLocale = memoize(
  (stored: string | null | undefined): string =>
    readLocale((stored ?? '').replaceAll('_', '-')) ?? 'en',
  { keyOf: (stored) => stored ?? '' },
)

/** Where the words around dates and amounts are English: `en-DE` for a company in Germany. */
export const englishLocale = (stored: string | null | undefined): string => {
  const { language, region } = new Intl.Locale(usableLocale(stored))
  if (language === 'en') return usableLocale(stored)
  return region ? `en-${region}` : 'en'
}

/** Says how a locale is given. */
export const localeRefusal = 'There is no such locale. Give one such as en-AU, en-GB or en-US.'

/** The country that a locale names; null for one of a language alone. */
export const countryOfLocale = /* @__PURE__ */ memoize(
  (locale: string): string | null => new Intl.Locale(usableLocale(locale)).region ?? null,
  { keyOf: (locale) => locale },
)
