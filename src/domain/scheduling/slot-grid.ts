import { addDays, instantsOf, openingInstant } from './local-time.ts'

const dayMs = 86_400_000
const minuteMs = 60_000

/**
 * The instants at which a slot may start: every `intervalMinutes` of the wall clock, counted from
 * local midnight, on the dates `from` to `to` (inclusive). Times that the clocks jump over are
 * missing, times that come twice are there twice (RELIABILITY D01, D02, D07).
 */
export const slotGrid = (input: {
  from: string
  to: string
  timezone: string
  intervalMinutes: number
}): number[] => {
  const starts: number[] = []
  const step = Math.max(1, input.intervalMinutes)
  for (let date = input.from; date <= input.to; date = addDays(date, 1)) {
    const midnight = openingInstant(`${date}T00:00`, input.timezone)
    const next = openingInstant(`${addDays(date, 1)}T00:00`, input.timezone)
    for (let minute = 0; minute < 1440; minute += step) {
      if (next - midnight === dayMs) starts.push(midnight + minute * minuteMs)
      else starts.push(...instantsOf(`${date}T${clock(minute)}`, input.timezone))
    }
  }
  return starts.toSorted((a, b) => a - b)
}

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
