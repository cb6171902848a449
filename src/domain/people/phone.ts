import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js'
import { memoize } from '../memoize.ts'
import { plainNumber } from './phone-digits.ts'

const countryOf = (country: string | null): CountryCode | undefined =>
  country && isSupportedCountry(country) ? country : undefined

/**
 * A phone number in E.164, such as `+61293744000`, however it was typed; one without a prefix is a
 * number of `country`. Null for whatever is no phone number, and for one with an extension, which
 * E.164 cannot hold.
 */
export const readPhone = memoize((typed: string, country: string | null): string | null => {
  const defaultCountry = countryOf(country)
  const text = plainNumber(typed)
  // Two zeros stand for + in most countries, and are typed in those as well where they do not.
  const readings = [...new Set([text, text.replace(/^00/, '+')])]
    .map((each) =>
      parsePhoneNumberFromString(each, {
        extract: false,
        ...(defaultCountry && { defaultCountry }),
      }),
    )
    .filter((parsed) => parsed?.isPossible() && !parsed.ext)
  const best = readings.find((parsed) => parsed?.isValid()) ?? readings[0]
  return best?.number ?? null
})

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
