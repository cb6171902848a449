import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSlots } from '../../../src/domain/scheduling/find-slots.ts'
import {
  type WeeklyBlock,
  weekdays,
  workingIntervals,
} from '../../../src/domain/scheduling/working-hours.ts'

const minute = 60_000
const day = 86_400_000

/** Local clock `YYYY-MM-DDTHH:MM` of every minute around the date, by Intl alone. */
const minutesAround = (zone: string, date: string) => {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  })
  const first = Date.parse(`${date}T00:00Z`) - 2 * day
  return Array.from({ length: 5 * 1440 }, (_, index) => {
    const instant = first + index * minute
    return { instant, wall: format.format(instant).replace(' ', 'T') }
  })
}

/** A block covers every minute from the first at or after its start to the last before its end. */
const worksAt = (minutes: ReturnType<typeof minutesAround>, blocks: WeeklyBlock[]) => {
  const works = new Set<number>()
  const dates = [...new Set(minutes.map(({ wall }) => wall.slice(0, 10)))].slice(0, -1)
  for (const date of dates) {
    const next = new Date(Date.parse(`${date}T00:00Z`) + day).toISOString().slice(0, 10)
    const weekday = weekdays[(new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7]
    for (const block of blocks.filter(({ days }) => days.some((name) => name === weekday))) {
      const until = `${block.end <= block.start ? next : date}T${block.end}`
      const from = minutes.findIndex(({ wall }) => wall >= `${date}T${block.start}`)
      const to = minutes.findLastIndex(({ wall }) => wall < until)
      for (let index = from; index <= to; index += 1)
        works.add((minutes[index] as { instant: number }).instant)
    }
  }
  return works
}

const clock = fc
  .integer({ min: 0, max: 95 })
  .map(
    (q) => `${String(Math.floor(q / 4)).padStart(2, '0')}:${String((q % 4) * 15).padStart(2, '0')}`,
  )
const blocks = fc.array(
  fc.record({ days: fc.subarray([...weekdays], { minLength: 3 }), start: clock, end: clock }),
  { minLength: 1, maxLength: 3 },
)

describe.each([
  ['America/New_York', '2027-03-14'],
  ['America/New_York', '2027-11-07'],
  ['Europe/London', '2027-03-28'],
  ['Europe/London', '2027-10-31'],
  ['Australia/Sydney', '2027-10-03'],
  ['Australia/Sydney', '2027-04-04'],
  ['Australia/Lord_Howe', '2027-04-04'],
  ['Australia/Lord_Howe', '2027-10-03'],
  ['America/Santiago', '2027-09-05'],
  ['Africa/Cairo', '2027-04-30'],
  ['Asia/Beirut', '2027-03-28'],
  ['Asia/Kathmandu', '2027-06-07'],
  ['Antarctica/Troll', '2027-03-28'],
  ['Africa/Casablanca', '2025-02-23'],
])('in %s around %s', (timezone, date) => {
  const minutes = minutesAround(timezone, date)

  it('slots equal a search minute by minute', { timeout: 60_000 }, () => {
    const first = (minutes[0] as { instant: number }).instant
    const last = (minutes.at(-1) as { instant: number }).instant
    fc.assert(
      fc.property(
        fc.array(blocks, { minLength: 1, maxLength: 2 }),
        fc.array(fc.tuple(fc.integer({ min: 1440, max: 5700 }), fc.integer({ min: 1, max: 300 })), {
          maxLength: 5,
        }),
        fc.constantFrom(15, 60, 95, 240),
        fc.constantFrom([0, 0], [15, 0], [10, 25]),
        fc.constantFrom(15, 30, 60),
        (teams, occupied, durationMinutes, [before = 0, after = 0], slotIntervalMinutes) => {
          const busy = occupied.map(([from, length]) => ({
            start: first + from * minute,
            end: first + (from + length) * minute,
          }))
          const slots = findSlots({
            service: {
              durationMinutes,
              bufferBeforeMinutes: before,
              bufferAfterMinutes: after,
              noticeMinutes: 0,
              horizonDays: 9,
              slotIntervalMinutes,
              crewSize: 1,
            },
            people: teams.map((hours, index) => ({
              id: String(index),
              working: workingIntervals({
                hours,
                exceptions: [],
                timezone,
                from: first + day,
                to: last - day / 2,
              }),
              busy,
            })),
            from: date,
            to: date,
            timezone,
            now: first,
          })

          const works = teams.map((hours) => worksAt(minutes, hours))
          const taken = new Set(
            minutes
              .map(({ instant }) => instant)
              .filter((instant) =>
                busy.some(({ start, end }) => start <= instant && instant < end),
              ),
          )
          const every = (from: number, to: number, test: (instant: number) => boolean) => {
            for (let instant = from; instant < to; instant += minute)
              if (!test(instant)) return false
            return true
          }
          const expected = minutes
            .filter(({ wall }) => wall.startsWith(date))
            .filter(
              ({ wall }) =>
                (Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14))) % slotIntervalMinutes ===
                0,
            )
            .map(({ instant }) => {
              const end = instant + durationMinutes * minute
              const free = every(
                instant - before * minute,
                end + after * minute,
                (m) => !taken.has(m),
              )
              const people = works.flatMap((set, index) =>
                free && every(instant, end, (m) => set.has(m)) ? [String(index)] : [],
              )
              return { start: instant, end, available: people.length, people }
            })
            .filter(({ available }) => available > 0)

          expect(slots).toEqual(expected)
        },
      ),
      { numRuns: 25 },
    )
  })
})
