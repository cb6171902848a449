import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js'

const countryOf = (country: string | null): CountryCode | undefined =>
  country && isSupportedCountry(country) ? country : undefined

/** Blanks and dashes of every kind as plain ones, without marks that nobody sees. */
const plain = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/[\p{Z}\s]+/gu, ' ')
    .replaceAll(/[\p{Pd}\u2212]/gu, '-')
    .trim()

/**
 * A phone number in E.164, such as `+61293744000`, however it was typed; one without a prefix is a
 * number of `country`. Null for whatever is no phone number, and for one with an extension, which
 * E.164 cannot hold.
 */
export const readPhone = (typed: string, country: string | null): string | null => {
  const defaultCountry = countryOf(country)
  const text = plain(typed)
  // Two zeros stand for + in most countries, and are typed in those as well where they do not.
  const readings = [text, text.replace(/^00/, '+')]
    .map((each) =>
      parsePhoneNumberFromString(each, {
        extract: false,
        ...(defaultCountry && { defaultCountry }),
      }),
    )
    .filter((parsed) => parsed?.isPossible() && !parsed.ext)
  const best = readings.find((parsed) => parsed?.isValid()) ?? readings[0]
  return best?.number ?? null
}

/** Says what a phone number looks like. */
export const phoneRefusal =
  'This is not a phone number. Give its digits, with + and the country code if it is a foreign one, and no extension.'

/** A stored number as people read it: `(02) 9374 4000` at home, `+61 2 9374 4000` elsewhere. */
export const phoneInWords = (stored: string, country: string | null): string => {
  const parsed = parsePhoneNumberFromString(stored, { extract: false })
  if (!parsed) return stored
  const isAtHome = parsed.country !== undefined && parsed.country === countryOf(country)
  return isAtHome ? parsed.formatNational() : parsed.formatInternational()
}

/** The digits to look for in stored numbers; null for a text that is not part of a number. */
export const phoneDigits = (typed: string): string | null => {
  const text = plain(typed)
  if (!/^\+?[\d ()./-]+$/.test(text)) return null
  // A national prefix, as in 0412, is not stored, nor are the two zeros before a country code.
  const digits = text.replaceAll(/\D/g, '').replace(/^0+/, '')
  return digits.length >= 3 ? digits : null
}
