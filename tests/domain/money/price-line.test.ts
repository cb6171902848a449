import { expect, test } from 'vitest'
import { type LinePricing, priceLine } from '../../../src/domain/money/price-line.ts'

const line = (over: Partial<LinePricing>): LinePricing => ({
  priceModel: 'job',
  unitAmount: 11_000,
  quantity: 1,
  durationMinutes: 60,
  taxPercent: 10,
  pricesIncludeTax: true,
  ...over,
})

const dear = { unitAmount: 3000, taxPercent: 7.25 }

test.each<[string, Partial<LinePricing>, [number, number, number]]>([
  ['a job, tax inside', {}, [10_000, 1000, 11_000]],
  ['a job, tax on top', { pricesIncludeTax: false }, [11_000, 1100, 12_100]],
  ['three jobs', { quantity: 3 }, [30_000, 3000, 33_000]],
  [
    'ninety minutes by the hour',
    { priceModel: 'time', durationMinutes: 90 },
    [15_000, 1500, 16_500],
  ],
  ['four units', { priceModel: 'unit', quantity: 4 }, [40_000, 4000, 44_000]],
  ['no tax', { taxPercent: 0 }, [11_000, 0, 11_000]],
  ['half a unit of tax', { ...dear, pricesIncludeTax: false }, [3000, 218, 3218]],
  [
    'half a unit by the hour',
    { priceModel: 'time', unitAmount: 210, durationMinutes: 65, taxPercent: 0 },
    [228, 0, 228],
  ],
  [
    'decimals that binary cannot hold',
    { unitAmount: 100, quantity: 1.005, taxPercent: 0, priceModel: 'unit' },
    [101, 0, 101],
  ],
  ['something free', { unitAmount: 0 }, [0, 0, 0]],
])('%s', (_name, over, [subtotal, tax, total]) => {
  expect(priceLine(line(over))).toMatchObject({ subtotal, tax, total })
})

test('whatever the amount, whole units come out and subtotal and tax make the total', () => {
  for (let unitAmount = 1; unitAmount < 500; unitAmount += 7) {
    for (const taxPercent of [0, 5, 7.7, 10, 19, 20]) {
      for (const pricesIncludeTax of [true, false]) {
        const over = { priceModel: 'time', durationMinutes: 50, unitAmount, taxPercent } as const
        const { subtotal, tax, total } = priceLine(line({ ...over, pricesIncludeTax }))

        expect([subtotal, tax, total].every(Number.isInteger)).toBe(true)
        expect(subtotal + tax).toBe(total)
      }
    }
  }
})
