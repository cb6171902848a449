import { expect, test } from 'vitest'
import { moneyWords, priceWords } from '../../site/src/lib/money.ts'

const aud = (amount: number) => ({ amount, currency: 'AUD' })

test('an amount is written from its minor units, exactly', () => {
  expect(moneyWords(aud(18905))).toBe('$189.05')
  expect(moneyWords(aud(1))).toBe('$0.01')
})

test('a currency without cents has none', () => {
  expect(moneyWords({ amount: 5000, currency: 'JPY' })).toBe('¥5,000')
})

test('a price shows its unit, and a missing one says price on request', () => {
  expect(priceWords({ price: aud(18900), priceModel: 'job' })).toBe('$189')
  expect(priceWords({ price: aud(9550), priceModel: 'time' })).toBe('$95.50 an hour')
  expect(priceWords({ price: aud(4000), priceModel: 'unit' })).toBe('$40 each')
  expect(priceWords({ price: null, priceModel: 'job' })).toBe('Price on request')
})
