/** Repeatable chance: the same seed gives the same company. */
export type Random = {
  /** In [0, 1). */
  next: () => number
  /** A whole number from `min` to `max`, both inclusive. */
  between: (min: number, max: number) => number
  pick: <Value>(values: readonly Value[]) => Value
  shuffle: <Value>(values: readonly Value[]) => Value[]
  /** True with the given probability. */
  chance: (probability: number) => boolean
  /** A version 4 UUID. */
  uuid: () => string
  /** An id for a row of an array field: 24 hexadecimal digits. */
  rowId: () => string
}

/** A generator of the mulberry32 family; not for secrets. */
export const createRandom = (seed: number): Random => {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (min: number, max: number) => min + Math.floor(next() * (max - min + 1))
  const pick = <Value>(values: readonly Value[]) => values[between(0, values.length - 1)] as Value
  const shuffle = <Value>(values: readonly Value[]) => {
    const shuffled = [...values]
    for (let i = shuffled.length - 1; i > 0; i -= 1) {
      const j = between(0, i)
      ;[shuffled[i], shuffled[j]] = [shuffled[j] as Value, shuffled[i] as Value]
    }
    return shuffled
  }
  const digits = (count: number) =>
    Array.from({ length: count }, () => between(0, 15).toString(16)).join('')
  const uuid = () =>
    `${digits(8)}-${digits(4)}-4${digits(3)}-${pick(['8', '9', 'a', 'b'])}${digits(3)}-${digits(12)}`
  return {
    next,
    between,
    pick,
    shuffle,
    chance: (probability) => next() < probability,
    uuid,
    rowId: () => digits(24),
  }
}
