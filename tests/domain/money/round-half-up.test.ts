import fc from 'fast-check'
import { expect, test } from 'vitest'
import { priceLine } from '../../../src/domain/money/price-line.ts'
import { fraction, fractionOf, roundHalfUp } from '../../../src/domain/money/round-half-up.ts'
import { taxOn, taxWithin } from '../../../src/domain/money/tax.ts'

const amounts = fc.integer({ min: 0, max: 10_000_000_00 })
/** Hundredths of a per cent. */
const rates = fc.integer({ min: 0, max: 100_00 })

/** The nearest whole number of n / d: whole part and remainder, as one does it on paper. */
const onPaper = (n: bigint, d: bigint) => Number(n / d + (2n * (n % d) >= d ? 1n : 0n))

test.each([
  [2175, 10, 218],
  [2174, 10, 217],
  [-25, 10, -2],
  [-26, 10, -3],
  [0, 3, 0],
])('%i / %i rounds to %i', (numerator, denominator, expected) => {
  expect(roundHalfUp(fraction(numerator, denominator))).toBe(expected)
})

test.each([0, 7.25, 1.1, 1e21, 1e-7, 123_456.789, -2.5])('%d keeps its decimals', (value) => {
  const { numerator, denominator } = fractionOf(value)

  expect(Number(numerator) / Number(denominator)).toBe(value)
})

test('tax is exact to the half unit, whatever amount and rate', () => {
  fc.assert(
    fc.property(amounts, rates, (amount, rate) => {
      const product = BigInt(amount) * BigInt(rate)

      expect(taxOn(amount, rate / 100)).toBe(onPaper(product, 10_000n))
      expect(taxWithin(amount, rate / 100)).toBe(onPaper(product, 10_000n + BigInt(rate)))
    }),
  )
})

test('the price of any length and quantity is exact to the half unit', () => {
  const minutes = fc.integer({ min: 1, max: 1440 })
  const hundredths = fc.integer({ min: 1, max: 100_00 })
  fc.assert(
    fc.property(amounts, minutes, hundredths, rates, (unitAmount, durationMinutes, count, rate) => {
      const amount = onPaper(
        BigInt(unitAmount) * BigInt(durationMinutes) * BigInt(count),
        60n * 100n,
      )
      const line = { unitAmount, durationMinutes, quantity: count / 100, taxPercent: rate / 100 }
      const { subtotal, total } = priceLine({
        ...line,
        priceModel: 'time',
        pricesIncludeTax: false,
      })

      expect(subtotal).toBe(amount)
      expect(total).toBe(amount + onPaper(BigInt(amount) * BigInt(rate), 10_000n))
    }),
  )
})

test('the tax of a total that was put on is found in it again', () => {
  fc.assert(
    fc.property(amounts, rates, (amount, rate) => {
      const tax = taxOn(amount, rate / 100)

      expect(taxWithin(amount + tax, rate / 100)).toBe(tax)
    }),
  )
})
