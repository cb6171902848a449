import { clockOf } from './zone-clock.ts'

/** What a zone's clock is ahead of UTC (ms), each from its `start` (epoch ms) until the next. */
export type ZoneRules = {
  /** No rule is known from here on (epoch ms). */
  until: number
  offsets: readonly { start: number; offset: number }[]
}

/** The rules of a zone from an instant on for some years, as this process knows them. */
export const zoneRulesOf = (zone: string, from: number, years = 5): ZoneRules => {
  const until = from + years * 366 * 86_400_000
  const known = clockOf(zone, from, until).stretches
  const offsets = known
    .filter(({ start, end }) => end > from && start < until)
    .map(({ start, offset }) => ({ start: Math.max(start, from), offset }))
  return { until, offsets }
}

const offsetAt = ({ until, offsets }: ZoneRules, at: number): number | null =>
  at < until ? (offsets.findLast(({ start }) => start <= at)?.offset ?? null) : null

/** Whether two readings of a zone's rules differ where both say something. */
export const differ = (before: ZoneRules, now: ZoneRules): boolean =>
  [...before.offsets, ...now.offsets].some(({ start }) => {
    const [was, is] = [offsetAt(before, start), offsetAt(now, start)]
    return was !== null && is !== null && was !== is
  })

/** What the clock of a zone was to show at an instant, and when it shows that by other rules. */
export type ClockChange = {
  /** The reading as if it were UTC (epoch ms). */
  wall: number
  /** Epoch ms; null where the clocks jump over the reading now. Of two instants, the nearer. */
  at: number | null
}

/** When the clock shows `wall`: not in a gap, twice in an overlap. */
const readingsOf = ({ until, offsets }: ZoneRules, wall: number): number[] =>
  offsets.flatMap(({ start, offset }, place) => {
    const instant = wall - offset
    const end = offsets[place + 1]?.start ?? until
    // Rules are known from some instant on; what was before it is taken to have been the same.
    return (place === 0 || start <= instant) && instant < end ? [instant] : []
  })

/**
 * How an instant that was agreed by the rules known `before` keeps its clock time by the rules of
 * `now`; null where the rules say the same, or one of them nothing.
 */
export const clockChange = (
  at: number,
  { before, now }: { before: ZoneRules; now: ZoneRules },
): ClockChange | null => {
  const [was, is] = [offsetAt(before, at), offsetAt(now, at)]
  if (was === null || is === null || was === is) return null
  const wall = at + was
  const [nearest] = readingsOf(now, wall).toSorted((a, b) => Math.abs(a - at) - Math.abs(b - at))
  return { wall, at: nearest ?? null }
}
