import { describe, expect, test } from 'vitest'
import { readCurrency } from '../../../src/domain/money/currency.ts'
import { readLocale } from '../../../src/domain/records/locale.ts'
import { canonicalZone } from '../../../src/domain/scheduling/zone-name.ts'
import { allCountryDefaults, countryDefaults } from '../../../src/domain/setup/country-defaults.ts'

describe('a country proposes', () => {
  test.each([
    ['AU', 'AUD', 'Australia/Sydney', 'en-AU'],
    ['US', 'USD', 'America/New_York', 'en-US'],
    ['DE', 'EUR', 'Europe/Berlin', 'de-DE'],
    ['GB', 'GBP', 'Europe/London', 'en-GB'],
    ['IN', 'INR', 'Asia/Kolkata', 'hi-IN'],
    ['NZ', 'NZD', 'Pacific/Auckland', 'en-NZ'],
  ])('%s: %s, %s and %s', (code, currency, zone, locale) => {
    const proposed = countryDefaults(code)

    expect(proposed).toMatchObject({ currency, locale })
    expect(proposed.zones[0]).toBe(zone)
  })
})

test('every country proposes values that the settings accept', () => {
  const proposed = allCountryDefaults()

  expect(proposed.length).toBeGreaterThan(240)
  for (const { name, currency, locale, zones } of proposed) {
    expect(readCurrency(currency), name).toBe(currency)
    expect(readLocale(locale), name).toBe(locale)
    for (const zone of zones) expect(canonicalZone(zone), name).toBe(zone)
  }
})
