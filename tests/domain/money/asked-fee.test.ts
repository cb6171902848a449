import { describe, expect, test } from 'vitest'
import { decideFee, type AskedFee } from '../../../src/domain/money/asked-fee.ts'

const fee = (flags: string[], due: number, asked?: AskedFee) =>
  decideFee({ permissions: new Set(flags) }, { due, standards: [7000, 2500, 9000], asked })

const charged = (feeAmount: number) => ({ feeAmount, feeWaived: false })

describe('a fee', () => {
  test.each<[string[], number, AskedFee, object]>([
    [[], 7000, undefined, charged(7000)],
    [[], 0, undefined, charged(0)],
    [[], 7000, { amount: 7000 }, charged(7000)],
    [[], 0, { amount: 7000 }, charged(7000)],
    [[], 0, 'waive', charged(0)],
    [[], 0, { amount: 2500 }, charged(2500)],
    [[], 7000, { amount: 9000 }, charged(9000)],
    [['fee.waive'], 7000, { amount: 2500 }, charged(2500)],
    [[], 0, { amount: 0 }, charged(0)],
    [['fee.waive'], 7000, 'waive', { feeAmount: 0, feeWaived: true }],
    [['fee.waive'], 7000, { amount: 0 }, { feeAmount: 0, feeWaived: true }],
    [['price.edit'], 7000, { amount: 88_888_888 }, charged(88_888_888)],
    [['price.edit'], 7000, { amount: 1 }, charged(1)],
  ])('with %j, %i due and %j asked for, comes to %j', (flags, due, asked, expected) => {
    expect(fee(flags, due, asked)).toEqual(expected)
  })

  test.each<[string[], number, AskedFee, string]>([
    [[], 7000, 'waive', 'waive'],
    [['price.edit'], 7000, { amount: 0 }, 'waive'],
    [['fee.waive'], 7000, { amount: 88_888_888 }, 'settings'],
    [[], 0, { amount: 1 }, 'settings'],
    [[], 7000, { amount: 2500 }, 'settings'],
  ])('with %j, %i due and %j asked for, is refused', (flags, due, asked, words) => {
    expect(() => fee(flags, due, asked)).toThrow(words)
  })
})
