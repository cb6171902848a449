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

/**
 * What the clock was to show at `at` by the rules known `before`, as if it were UTC (epoch ms); null
 * where the rules of `now` say the same, or one of them nothing (RELIABILITY D12).
 */
export const formerClock = (
  at: number,
  { before, now }: { before: ZoneRules; now: ZoneRules },
): number | null => {
  const [was, is] = [offsetAt(before, at), offsetAt(now, at)]
  return was === null || is === null || was === is ? null : at + was
}
