import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Bitmap,
  countBits,
  hasAll,
  hasAny,
  hasBit,
  keepRuns,
  moveLater,
  setBits,
} from '../../../src/domain/scheduling/bitmap.ts'
import { bitsOf, spansOf, windowOf } from '../../../src/domain/scheduling/bit-window.ts'
import {
  addToCounter,
  countAt,
  createCounter,
} from '../../../src/domain/scheduling/people-counter.ts'

const words = 9
const length = words * 32
const bitsIn = (bitmap: Bitmap) => Array.from({ length }, (_, bit) => hasBit(bitmap, bit))
const bitmapOf = (bits: boolean[]): Bitmap => {
  const bitmap = new Uint32Array(words)
  bits.forEach((isSet, bit) => isSet && setBits(bitmap, bit, bit + 1))
  return bitmap
}
const anyBits = fc.array(fc.boolean(), { minLength: length, maxLength: length })
const edge = fc.integer({ min: -40, max: length + 40 })

describe('a bitmap', () => {
  it('sets exactly the bits of a range, and none beyond its ends', () => {
    fc.assert(
      fc.property(edge, edge, (from, to) => {
        const bitmap = new Uint32Array(words)
        setBits(bitmap, from, to)

        expect(bitsIn(bitmap)).toEqual(Array.from({ length }, (_, bit) => from <= bit && bit < to))
      }),
    )
  })

  it('keeps the starts of runs that are long enough', () => {
    fc.assert(
      fc.property(anyBits, fc.integer({ min: 1, max: 150 }), (bits, run) => {
        // Long runs are rare in random bits.
        const spread = bits.map((isSet, bit) => isSet || bit % 7 !== 0)
        const bitmap = bitmapOf(spread)
        keepRuns(bitmap, run)

        expect(bitsIn(bitmap)).toEqual(
          spread.map(
            (_, bit) => bit + run <= length && spread.slice(bit, bit + run).every(Boolean),
          ),
        )
      }),
    )
  })

  it('moves later as a whole', () => {
    fc.assert(
      fc.property(anyBits, fc.integer({ min: 0, max: length }), (bits, by) => {
        const bitmap = bitmapOf(bits)
        moveLater(bitmap, by)

        expect(bitsIn(bitmap)).toEqual(bits.map((_, bit) => bits[bit - by] ?? false))
      }),
    )
  })

  it('knows how many bits it has, and whether a range has any or all', () => {
    fc.assert(
      fc.property(anyBits, edge, edge, (bits, from, to) => {
        const bitmap = bitmapOf(bits)
        const range = Array.from({ length: Math.max(0, to - from) }, (_, at) => bits[from + at])

        expect(countBits(bitmap)).toBe(bits.filter(Boolean).length)
        expect(hasAny(bitmap, from, to)).toBe(range.some(Boolean))
        expect(hasAll(bitmap, from, to)).toBe(range.every(Boolean))
      }),
    )
  })

  it('tells its spans, which make the same bitmap again', () => {
    const window = windowOf({ from: 0, to: 86_400_000 })
    fc.assert(
      fc.property(anyBits, (bits) => {
        const bitmap = bitmapOf(bits)

        expect(bitsOf(spansOf(bitmap, window), window, 'inward')).toEqual(bitmap)
      }),
    )
  })

  it('rounds what is taken outward and what is open inward', () => {
    const window = windowOf({ from: 0, to: 86_400_000 })
    const span = [{ start: 301_000, end: 899_000 }]

    expect(countBits(bitsOf(span, window, 'outward'))).toBe(2)
    expect(countBits(bitsOf(span, window, 'inward'))).toBe(0)
  })
})

describe('a counter', () => {
  it('counts for every bit how many bitmaps have it', () => {
    fc.assert(
      fc.property(fc.array(anyBits, { maxLength: 20 }), (people) => {
        const counter = createCounter(words)
        for (const bits of people) addToCounter(counter, bitmapOf(bits))

        for (let bit = 0; bit < length; bit += 1)
          expect(countAt(counter, bit)).toBe(people.filter((bits) => bits[bit]).length)
      }),
      { numRuns: 30 },
    )
  })
})
