import { clockOf, instantsAt, openingAt } from './zone-clock.ts'

const dayMs = 86_400_000
const minuteMs = 60_000

/**
 * The instants at which a slot may start: every `intervalMinutes` of the wall clock, counted from
 * local midnight, on the dates `from` to `to` (inclusive). Times that the clocks jump over are
 * missing, times that come twice are there twice. Intervals go in steps
 * of five minutes; others count as the next longer one.
 */
export const slotGrid = (input: {
  from: string
  to: string
  timezone: string
  intervalMinutes: number
}): number[] => {
  const [first, last] = [Date.parse(input.from), Date.parse(input.to)]
  const clock = clockOf(input.timezone, first, last + dayMs)
  const stepMs = Math.max(1, Math.ceil(input.intervalMinutes / 5)) * 5 * minuteMs
  const starts: number[] = []
  let hasChange = false
  for (let day = first; day <= last; day += dayMs) {
    const midnight = openingAt(clock, day)
    const isPlain = openingAt(clock, day + dayMs) - midnight === dayMs
    hasChange ||= !isPlain
    for (let past = 0; past < dayMs; past += stepMs) {
      if (isPlain) starts.push(midnight + past)
      else starts.push(...instantsAt(clock, day + past))
    }
  }
  return hasChange ? starts.toSorted((a, b) => a - b) : starts
}
