/** Random numbers that a seed repeats (sfc32). */
export type Random = {
  /** From 0 up to, not including, 1. */
  unit: () => number
  /** A whole number from 0 up to, not including, `below`. */
  below: (below: number) => number
}

export const createRandom = (seed: number): Random => {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, seed | 0, 1]
  const next = (): number => {
    const sum = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let warm = 0; warm < 12; warm += 1) next()
  return {
    unit: () => next() / 4_294_967_296,
    below: (below) => Math.floor((next() / 4_294_967_296) * below),
  }
}
