/**
 * Time as bits: one bit is five minutes of UTC, a day is nine words. The earliest bit of a word is
 * its highest, as PostgreSQL writes bit strings, so that stored days are read without turning.
 */
export type Bitmap = Uint32Array<ArrayBuffer>

export const bitMs = 300_000
export const bitsPerDay = 288
export const wordsPerDay = 9

/** The bits from the first of word `word`'s half-open range on: `ones(28)` has the last four set. */
const ones = (from: number): number => 0xffffffff >>> from

/** Sets the bits `[from, to)`; what lies outside the bitmap is left out. */
export const setBits = (bitmap: Bitmap, from: number, to: number): void => {
  const first = from > 0 ? from : 0
  const end = to < bitmap.length * 32 ? to : bitmap.length * 32
  if (first >= end) return
  const head = first >>> 5
  const tail = (end - 1) >>> 5
  const after = end & 31 ? ~ones(end & 31) : -1
  if (head === tail) {
    bitmap[head] = (bitmap[head] as number) | (ones(first & 31) & after)
    return
  }
  bitmap[head] = (bitmap[head] as number) | ones(first & 31)
  bitmap.fill(0xffffffff, head + 1, tail)
  bitmap[tail] = (bitmap[tail] as number) | after
}

/** Whether the bit is set; none is outside the bitmap. */
export const hasBit = (bitmap: Bitmap, bit: number): boolean =>
  bit >= 0 && ((bitmap[bit >>> 5] ?? 0) & (0x80000000 >>> (bit & 31))) !== 0

/** Whether any, or every, bit of `[from, to)` is set. */
export const hasAny = (bitmap: Bitmap, from: number, to: number): boolean => {
  for (let bit = from; bit < to; bit += 1) if (hasBit(bitmap, bit)) return true
  return false
}
export const hasAll = (bitmap: Bitmap, from: number, to: number): boolean => {
  for (let bit = from; bit < to; bit += 1) if (!hasBit(bitmap, bit)) return false
  return true
}

/** How many bits are set. */
export const countBits = (bitmap: Bitmap): number => {
  let total = 0
  for (const word of bitmap) {
    let left = word - ((word >>> 1) & 0x55555555)
    left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
    total += Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
  }
  return total
}

/** Keeps in `target` only what `other` has too. */
export const intersectInto = (target: Bitmap, other: Bitmap): void => {
  for (let word = 0; word < target.length; word += 1)
    target[word] = (target[word] as number) & (other[word] as number)
}

/** Takes out of `target` what `other` has. */
export const removeFrom = (target: Bitmap, other: Bitmap): void => {
  for (let word = 0; word < target.length; word += 1)
    target[word] = (target[word] as number) & ~(other[word] as number)
}

/** Leaves the bits at which a run of `length` set bits begins. */
export const keepRuns = (bitmap: Bitmap, length: number): void => {
  for (let have = 1; have < length; ) {
    const step = Math.min(have, length - have)
    keepWith(bitmap, step)
    have += step
  }
}

/** Keeps the bits that are set `step` places later too. Reads only ahead of what it writes. */
const keepWith = (bitmap: Bitmap, step: number): void => {
  const [words, bits] = [step >>> 5, step & 31]
  // All but the last words have both of those they are compared with.
  const inner = bits ? Math.max(0, bitmap.length - words - 1) : 0
  for (let word = 0; word < inner; word += 1) {
    const near = (bitmap[word + words] as number) << bits
    const far = (bitmap[word + words + 1] as number) >>> (32 - bits)
    bitmap[word] = (bitmap[word] as number) & (near | far)
  }
  for (let word = inner; word < bitmap.length; word += 1) {
    const near = (bitmap[word + words] ?? 0) << bits
    const far = bits ? (bitmap[word + words + 1] ?? 0) >>> (32 - bits) : 0
    bitmap[word] = (bitmap[word] as number) & (near | far)
  }
}

/** Moves every bit `by` places later; the places that become free are empty. */
export const moveLater = (bitmap: Bitmap, by: number): void => {
  if (by === 0) return
  const [words, bits] = [by >>> 5, by & 31]
  for (let word = bitmap.length - 1; word >= 0; word -= 1) {
    const near = (bitmap[word - words] ?? 0) >>> bits
    const far = bits ? (bitmap[word - words - 1] ?? 0) << (32 - bits) : 0
    bitmap[word] = near | far
  }
}
