import { memoize } from '../memoize.ts'
import { foldText } from './fold-text.ts'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')

/** Codes that CLDR names and ISO 3166-1 does not list: groups, parts of countries, test regions. */
const noCountries = new Set(
  ['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ'].concat(['AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA']),
)

type Style = 'long' | 'narrow' | 'short'

/** The names of countries in one language; one object reads its language's data once for all. */
const regionNames = memoize(
  (language: string, style: Style) =>
    new Intl.DisplayNames(language, { type: 'region', style, fallback: 'none' }),
  { keyOf: (language, style) => `${language} ${style}` },
)

const english = regionNames('en', 'long')

/** Whether the code is one of its own, not an older one of another country. */
const isCurrent = (code: string) => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`

/** The two-letter codes of ISO 3166-1. */
export const countryCodes: readonly string[] = letters
  .flatMap((first) => letters.map((second) => `${first}${second}`))
  .filter((code) => !noCountries.has(code) && isCurrent(code) && english.of(code))

const known = new Set(countryCodes)

/** The country's name in English, or in the language of `locale`. */
export const countryName = (code: string, locale = 'en'): string =>
  regionNames(locale, 'long').of(code) ?? english.of(code) ?? code

const styles = ['long', 'short', 'narrow'] as const

const namesIn = (language: string, code: string): string[] =>
  styles.flatMap((style) => regionNames(language, style).of(code) ?? [])

/** The language that most people of a country speak. */
const ownLanguage = (code: string) => new Intl.Locale(`und-${code}`).maximize().language

const nameKey = (name: string) => foldText(name).replaceAll(/[^\p{L}\p{N}]+/gu, '')

let codesByName: Map<string, string> | undefined

/** English names before those in a country's own language, where two countries share one. */
const byName = (): Map<string, string> => {
  codesByName ??= new Map(
    [ownLanguage, () => 'en'].flatMap((languageOf) =>
      countryCodes.flatMap((code) =>
        namesIn(languageOf(code), code).map((name) => [nameKey(name), code] as const),
      ),
    ),
  )
  return codesByName
}

/**
 * The ISO 3166-1 code of a country given by its code or by its name, in English or in its own
 * language; null for whatever is neither.
 */
export const readCountry = (typed: string): string | null => {
  const text = typed.trim()
  if (/^[a-z]{2}$/i.test(text)) {
    const [tag = ''] = Intl.getCanonicalLocales(`und-${text}`)
    const code = tag.slice('und-'.length)
    if (known.has(code)) return code
  }
  return byName().get(nameKey(text)) ?? null
}

/** Says how a country is given. */
export const countryRefusal = 'There is no such country. Give its name or its two-letter code.'
