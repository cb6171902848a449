import { Temporal } from 'temporal-polyfill'

type Stretch = { start: number; end: number; offset: number }

/** The wall clock of one zone over a span of time, as stretches of constant offset. */
export type ZoneClock = { from: number; to: number; stretches: readonly Stretch[] }

/** Wall clocks differ from UTC by far less than this. */
const marginMs = 3 * 86_400_000
const yearMs = 366 * 86_400_000
const maximumKept = 500

const known = new Map<string, ZoneClock>()

/**
 * The clock of `zone` over at least `[from, to]` with three days around them (epoch ms). Rules of
 * a zone do not change while a process runs, so clocks are kept by years.
 */
export const clockOf = (zone: string, from: number, to: number): ZoneClock => {
  const first = Math.floor((from - marginMs) / yearMs)
  const last = Math.ceil((to + marginMs) / yearMs)
  const key = `${zone} ${first} ${last}`
  const kept = known.get(key)
  if (kept) return kept
  const clock = readClock(zone, { from: first * yearMs, to: last * yearMs })
  if (known.size >= maximumKept) known.clear()
  known.set(key, clock)
  return clock
}

const readClock = (zone: string, { from, to }: { from: number; to: number }): ZoneClock => {
  const stretches: Stretch[] = []
  let moment = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone)
  for (let start = from; start < to; ) {
    const offset = Math.round(moment.offsetNanoseconds / 1e6)
    const next = moment.getTimeZoneTransition('next')
    const end = Math.min(next?.epochMilliseconds ?? to, to)
    stretches.push({ start, end, offset })
    if (!next || end >= to) break
    moment = next
    start = end
  }
  return { from, to, stretches }
}

/**
 * The instants at which the clock shows `wall` (its reading as if it were UTC, epoch ms), in
 * order: none inside a gap, two inside an overlap.
 */
export const instantsAt = (clock: ZoneClock, wall: number): number[] => {
  const found: number[] = []
  for (const { start, end, offset } of clock.stretches) {
    const instant = wall - offset
    if (start <= instant && instant < end) found.push(instant)
  }
  return found
}

/** What the clock shows at an instant, as if it were UTC. */
export const wallAt = (clock: ZoneClock, instant: number): number =>
  instant + (clock.stretches.find(({ end }) => instant < end) ?? lastOf(clock)).offset

/** The offset of a clock that does not change between two readings, or null where it does. */
export const steadyOffset = ({ stretches }: ZoneClock, from: number, to: number): number | null => {
  for (const { start, end, offset } of stretches)
    if (start <= from - offset && to - offset < end) return offset
  return null
}

/** Where a span that opens at `wall` begins: the first of two, or the end of the gap. */
export const openingAt = (clock: ZoneClock, wall: number): number => {
  for (const { start, end, offset } of clock.stretches) {
    const instant = wall - offset
    // A stretch that begins after its clock showed `wall` ends the gap in which `wall` is.
    if (instant < end) return Math.max(instant, start)
  }
  return wall - lastOf(clock).offset
}

/** Where a span that closes at `wall` ends: after the last moment whose clock is before it. */
export const closingAt = (clock: ZoneClock, wall: number): number => {
  const [first, second] = instantsAt(clock, wall)
  if (first === undefined) return openingAt(clock, wall)
  // Where the repeated hour begins, the clock before the second time is later, not earlier.
  const isRepeatStart = clock.stretches.some(({ start }) => start === second)
  return second === undefined || isRepeatStart ? first : second
}

const lastOf = (clock: ZoneClock): Stretch => clock.stretches.at(-1) as Stretch
