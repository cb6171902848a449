import type { Interval } from '../../src/domain/scheduling/intervals.ts'
import {
  type HoursException,
  type WeeklyBlock,
  weekdays,
} from '../../src/domain/scheduling/working-hours.ts'

const minute = 60_000
const day = 86_400_000

/** A small world told without bits: everything is looked at minute by minute, by Intl's clocks. */
export type NaiveHours = { hours: WeeklyBlock[]; exceptions: HoursException[]; timezone: string }
export type NaiveWorld = {
  timezone: string
  from: string
  to: string
  now: number
  people: (NaiveHours & { id: string; busy: Interval[]; travel: Interval[] })[]
  place: NaiveHours | null
  rules: {
    durationMinutes: number
    bufferBeforeMinutes: number
    bufferAfterMinutes: number
    noticeMinutes: number
    horizonDays: number
    slotIntervalMinutes: number
    crewSize: number
  }
  quantity: number
  fieldworker?: string | undefined
}

/** `walls` are the clock's readings as minutes since 1970, as if it were UTC. */
type Clock = { first: number; walls: Int32Array; dates: string[] }
const clocks = new Map<string, Clock>()

const dateAfter = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00Z`) + days * day).toISOString().slice(0, 10)

const intl = (zone: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })

const readingOf = (wall: string) => Date.parse(`${wall}Z`) / minute
const dateAt = (reading: number) => new Date(reading * minute).toISOString().slice(0, 10)

const wallOf = (zone: string, instant: number) => intl(zone).format(instant).replace(' ', 'T')

/** What the zone's clock shows at every minute from three days before `from` to four after `to`. */
const clockAround = (zone: string, from: string, to: string): Clock => {
  const key = `${zone} ${from} ${to}`
  const known = clocks.get(key)
  if (known) return known
  const first = Date.parse(`${dateAfter(from, -3)}T00:00Z`)
  const last = Date.parse(`${dateAfter(to, 4)}T00:00Z`)
  const format = intl(zone)
  const walls = Int32Array.from({ length: (last - first) / minute }, (_, index) =>
    readingOf(`${format.format(first + index * minute).replace(' ', 'T')}`),
  )
  const days = [...new Set(walls.map((reading) => Math.floor(reading / 1440)))]
  // The first and the last are not whole.
  const dates = days.slice(1, -1).map((whole) => dateAt(whole * 1440))
  const clock = { first, walls, dates }
  clocks.set(key, clock)
  return clock
}

/** No clock is set by more than this, so a reading is never further from where it would be. */
const slack = 240

/** The first minute whose reading is at or after `since`. */
const firstMinute = (walls: Int32Array, since: number): number => {
  let at = Math.max(0, since - (walls[0] as number) - slack)
  while (at < walls.length && (walls[at] as number) < since) at += 1
  return at
}

/** The last minute whose reading is before `until`. */
const lastMinute = (walls: Int32Array, until: number): number => {
  let at = Math.min(walls.length - 1, until - (walls[0] as number) + slack)
  while (at >= 0 && (walls[at] as number) >= until) at -= 1
  return at
}

/** A block covers every minute from the first at or after its start to the last before its end. */
const worksAt = ({ hours, exceptions }: NaiveHours, { walls, dates }: Clock): Uint8Array => {
  const works = new Uint8Array(walls.length)
  for (const date of dates) {
    const special = exceptions.filter((exception) => exception.date === date)
    const weekday = weekdays[(new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7]
    const weekly = hours.filter(({ days }) => days.some((name) => name === weekday))
    const blocks = special.length > 0 ? special.flatMap((one) => one.blocks) : weekly
    if (special.some(({ closed }) => closed)) continue
    for (const block of blocks) {
      const endDate = block.end <= block.start ? dateAfter(date, 1) : date
      const until = readingOf(`${endDate}T${block.end}`)
      const since = readingOf(`${date}T${block.start}`)
      const from = firstMinute(walls, since)
      const to = lastMinute(walls, until)
      if (from < walls.length) works.fill(1, from, to + 1)
    }
  }
  return works
}

const meets = (spans: Interval[], start: number, end: number) =>
  spans.some((span) => span.start < end && start < span.end)

/** The slots of the world, counted person by person and minute by minute. */
export const naiveSlots = (
  world: NaiveWorld,
): { start: number; end: number; available: number }[] => {
  const { rules, from, to, now, timezone } = world
  const clock = clockAround(timezone, from, to)
  const minuteOf = (instant: number) => (instant - clock.first) / minute
  const hours = world.people.map((person) =>
    worksAt(person, clockAround(person.timezone, from, to)),
  )
  const open = world.place
    ? worksAt(world.place, clockAround(world.place.timezone, from, to))
    : null
  const lastDate = dateAfter(wallOf(timezone, now).slice(0, 10), rules.horizonDays)
  const needed = rules.crewSize * world.quantity

  const canTake = (index: number, start: number, end: number) => {
    const person = world.people[index] as NaiveWorld['people'][number]
    for (let at = minuteOf(start); at < minuteOf(end); at += 1)
      if (!hours[index]?.[at] || (open && !open[at])) return false
    const before = start - rules.bufferBeforeMinutes * minute
    const after = end + rules.bufferAfterMinutes * minute
    return !meets(person.busy, before, after) && !meets(person.travel, start, end)
  }

  const slots: { start: number; end: number; available: number }[] = []
  clock.walls.forEach((wall, index) => {
    if ((wall % 1440) % rules.slotIntervalMinutes !== 0) return
    const date = dateAt(wall)
    if (date < from || date > to || date > lastDate) return
    const start = clock.first + index * minute
    if (start < now + rules.noticeMinutes * minute) return
    const end = start + rules.durationMinutes * minute
    const takers = world.people.filter((_, at) => canTake(at, start, end)).map(({ id }) => id)
    const { fieldworker } = world
    if (fieldworker && !takers.includes(fieldworker)) return
    if (takers.length < needed) return
    slots.push({ start, end, available: fieldworker && needed === 1 ? 1 : takers.length })
  })
  return slots
}
