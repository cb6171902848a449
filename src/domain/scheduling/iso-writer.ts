import { bitMs, bitsPerDay } from './bitmap.ts'

const dayMs = 86_400_000
const two = (value: number) => String(value).padStart(2, '0')

/** `THH:MM:00.000Z` of every five minutes of a UTC day. */
const times = Array.from(
  { length: bitsPerDay },
  (_, bit) => `T${two(Math.floor(bit / 12))}:${two((bit % 12) * 5)}:00.000Z`,
)

/**
 * A writer of instants (epoch ms) as `Date.toISOString` writes them, fast for many instants of few
 * days: thousands of slots cost more in words than in counting.
 */
export const isoWriter = (): ((instant: number) => string) => {
  const dates = new Map<number, string>()
  return (instant) => {
    const day = Math.floor(instant / dayMs)
    const time = times[(instant - day * dayMs) / bitMs]
    if (time === undefined) return new Date(instant).toISOString()
    let date = dates.get(day)
    if (date === undefined) {
      date = new Date(day * dayMs).toISOString().slice(0, 10)
      dates.set(day, date)
    }
    return date + time
  }
}
