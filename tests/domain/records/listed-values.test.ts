import { describe, expect, test } from 'vitest'
import { readCurrency } from '../../../src/domain/money/currency.ts'
import { countryCodes, readCountry } from '../../../src/domain/records/country.ts'
import { countryOfLocale, readLocale, usableLocale } from '../../../src/domain/records/locale.ts'

describe('a country', () => {
  test.each([
    ...[
      ['AU', 'AU'],
      [' au ', 'AU'],
      ['Australia', 'AU'],
      ['australia', 'AU'],
      ['UK', 'GB'],
      ['United Kingdom', 'GB'],
      ['Deutschland', 'DE'],
      ['Österreich', 'AT'],
      ['Cote d’Ivoire', 'CI'],
      ['日本', 'JP'],
      ['South Korea', 'KR'],
    ],
  ])('given as “%s” is %s', (typed, code) => {
    expect(readCountry(typed)).toBe(code)
  })

  test.each(['', 'XX', 'ZZ', 'EU', 'Atlantis', '00'])('is not “%s”', (typed) => {
    expect(readCountry(typed)).toBeNull()
  })

  test('is one of about 250', () => {
    expect(countryCodes.length).toBeGreaterThan(240)
    expect(countryCodes.length).toBeLessThan(255)
  })
})

describe('a locale', () => {
  test.each([
    ['en-AU', 'en-AU'],
    [' EN-gb ', 'en-GB'],
    ['de', 'de'],
    ['zh-hant-tw', 'zh-Hant-TW'],
  ])('given as “%s” is %s', (typed, stored) => {
    expect(readLocale(typed)).toBe(stored)
  })

  test.each(['', 'en_AU', 'english', 'xx-YY', 'en-', '12'])('is not “%s”', (typed) => {
    expect(readLocale(typed)).toBeNull()
  })

  test('that was stored before it was judged still has words', () => {
    expect(usableLocale('en_AU')).toBe('en-AU')
    expect(usableLocale('nonsense locale')).toBe('en')
    expect(usableLocale(null)).toBe('en')
  })

  test('names its country, where it does', () => {
    expect(countryOfLocale('en-GB')).toBe('GB')
    expect(countryOfLocale('zh-Hant-TW')).toBe('TW')
    expect(countryOfLocale('en')).toBeNull()
  })
})

describe('a currency', () => {
  test('is known by its code in any case', () => {
    expect(readCurrency(' eur ')).toBe('EUR')
    expect(readCurrency('JPY')).toBe('JPY')
  })

  test.each(['', 'ABC', 'Euro', '€', 'EURO', '123'])('is not “%s”', (typed) => {
    expect(readCurrency(typed)).toBeNull()
  })
})
