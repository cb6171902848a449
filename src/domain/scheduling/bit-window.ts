import { type Bitmap, bitMs, bitsPerDay, hasBit, setBits, wordsPerDay } from './bitmap.ts'
import type { Interval } from './intervals.ts'

/** Whole UTC days, counted from 1 January 1970, that the bitmaps of one question cover. */
export type BitWindow = { firstDay: number; days: number }

const dayMs = 86_400_000

/** The days that hold `[from, to)` (epoch ms). */
export const windowOf = ({ from, to }: { from: number; to: number }): BitWindow => {
  const firstDay = Math.floor(from / dayMs)
  return { firstDay, days: Math.max(1, Math.ceil(to / dayMs) - firstDay) }
}

export const spanOfWindow = ({ firstDay, days }: BitWindow): { from: number; to: number } => ({
  from: firstDay * dayMs,
  to: (firstDay + days) * dayMs,
})

export const emptyBitmap = (window: BitWindow): Bitmap => new Uint32Array(window.days * wordsPerDay)

/** The place of an instant, which need not be whole. */
export const bitOf = (instant: number, window: BitWindow): number =>
  instant / bitMs - window.firstDay * bitsPerDay

/**
 * Spans as bits. What is open is rounded inward, what is taken outward, so that a slot
 * on the grid of five minutes is judged exactly.
 */
export const bitsOf = (
  spans: readonly Interval[],
  window: BitWindow,
  rounded: 'inward' | 'outward',
): Bitmap => {
  const bitmap = emptyBitmap(window)
  const base = window.firstDay * bitsPerDay
  const isInward = rounded === 'inward'
  for (const span of spans) {
    const start = span.start / bitMs - base
    const end = span.end / bitMs - base
    if (isInward) setBits(bitmap, Math.ceil(start), Math.floor(end))
    else setBits(bitmap, Math.floor(start), Math.ceil(end))
  }
  return bitmap
}

/** The spans of the set bits, in order; neighbours are one span. */
export const spansOf = (bitmap: Bitmap, window: BitWindow): Interval[] => {
  const spans: Interval[] = []
  const base = window.firstDay * bitsPerDay
  let since = -1
  for (let bit = 0; bit <= bitmap.length * 32; bit += 1) {
    const word = bitmap[bit >>> 5]
    // A word that goes on as before is passed at once.
    if ((bit & 31) === 0 && word === (since < 0 ? 0 : 0xffffffff)) {
      bit += 31
      continue
    }
    const isSet = hasBit(bitmap, bit)
    if (isSet && since < 0) since = bit
    if (isSet || since < 0) continue
    spans.push({ start: (base + since) * bitMs, end: (base + bit) * bitMs })
    since = -1
  }
  return spans
}
