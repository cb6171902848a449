import type { Bitmap } from './bitmap.ts'

/**
 * Counts, for every bit of a window, how many bitmaps have it: each plane holds one binary digit
 * of 32 counts per word, so that a person is added in a few operations a word.
 */
export type PeopleCounter = { words: number; planes: Bitmap[] }

export const createCounter = (words: number): PeopleCounter => ({ words, planes: [] })

export const addToCounter = (counter: PeopleCounter, bitmap: Bitmap): void => {
  for (let word = 0; word < counter.words; word += 1) {
    let carry = bitmap[word] as number
    for (let digit = 0; carry !== 0; digit += 1) {
      const plane = (counter.planes[digit] ??= new Uint32Array(counter.words))
      const had = plane[word] as number
      plane[word] = had ^ carry
      carry &= had
    }
  }
}

/** How many have this bit; nobody has one outside the window. */
export const countAt = ({ planes }: PeopleCounter, bit: number): number => {
  const [word, shift] = [bit >>> 5, 31 - (bit & 31)]
  let count = 0
  for (let digit = 0; digit < planes.length; digit += 1)
    count |= ((((planes[digit] as Bitmap)[word] ?? 0) >>> shift) & 1) << digit
  return count
}
