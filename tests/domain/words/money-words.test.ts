import { describe, expect, test } from 'vitest'
import { currencyDigits, moneyWords } from '../../../src/domain/words/money-words.ts'

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

describe('an amount in words', () => {
  test.each([
    [18_900, 'AUD', 'en-AU', '$189.00'],
    [18_900, 'EUR', 'de-DE', '189,00 €'],
    [18_900, 'JPY', 'en-US', '¥18,900'],
    [18_900, 'KWD', 'en-US', 'KWD 18.900'],
    [18_900, 'GBP', 'en_GB', '£189.00'],
    [18_900, '??', 'en-AU', '189.00 ??'],
  ])('%i minor units of %s in %s are %s', (amount, currency, locale, words) => {
    expect(plain(moneyWords({ amount, currency }, { locale }))).toBe(words)
  })

  test('leaves zeros away where they are not wanted', () => {
    const of = (amount: number) =>
      moneyWords({ amount, currency: 'AUD' }, { locale: 'en-AU', whole: 'short' })

    expect(of(18_900)).toBe('$189')
    expect(of(18_950)).toBe('$189.50')
  })

  test.each([
    ['AUD', 2],
    ['JPY', 0],
    ['KWD', 3],
  ])('%s has %i digits behind the point', (currency, digits) => {
    expect(currencyDigits(currency)).toBe(digits)
  })
})
