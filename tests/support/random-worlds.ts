import fc from 'fast-check'
import { weekdays } from '../../src/domain/scheduling/working-hours.ts'
import type { NaiveHours, NaiveWorld } from './naive-slots.ts'

const minute = 60_000
const day = 86_400_000

/** Zones and dates at which clocks do something, and quiet ones beside. */
export const clockDays: [zone: string, date: string][] = [
  ['America/New_York', '2027-03-14'],
  ['America/New_York', '2027-11-07'],
  ['Europe/London', '2027-03-28'],
  ['Europe/London', '2027-10-31'],
  ['Europe/Madrid', '2027-03-28'],
  ['Australia/Sydney', '2027-10-03'],
  ['Australia/Sydney', '2027-04-04'],
  ['Australia/Lord_Howe', '2027-04-04'],
  ['Australia/Lord_Howe', '2027-10-03'],
  ['America/Santiago', '2027-09-05'],
  ['Africa/Cairo', '2027-04-30'],
  ['Asia/Beirut', '2027-03-28'],
  ['Asia/Kathmandu', '2027-06-07'],
  ['Antarctica/Troll', '2027-03-28'],
  ['Africa/Casablanca', '2027-02-07'],
  ['Africa/Casablanca', '2025-02-23'],
  ['Pacific/Apia', '2027-06-07'],
  ['UTC', '2028-02-29'],
]

const two = (value: number) => String(value).padStart(2, '0')
const clock = fc
  .integer({ min: 0, max: 287 })
  .map((five) => `${two(Math.floor(five / 12))}:${two((five % 12) * 5)}`)
const block = fc.record({ start: clock, end: clock })
const weekly = fc.array(
  fc.record({ days: fc.subarray([...weekdays], { minLength: 3 }), start: clock, end: clock }),
  { minLength: 1, maxLength: 3 },
)
const exceptionsNear = (date: string) =>
  fc.array(
    fc.record({
      date: fc
        .integer({ min: -1, max: 1 })
        .map((by) => new Date(Date.parse(date) + by * day).toISOString().slice(0, 10)),
      closed: fc.boolean(),
      blocks: fc.array(block, { maxLength: 2 }),
    }),
    { maxLength: 1 },
  )
const hoursIn = (zone: string, date: string): fc.Arbitrary<NaiveHours> =>
  fc.record({
    hours: weekly,
    exceptions: exceptionsNear(date),
    // Some work by the clock of another city.
    timezone: fc.oneof({ weight: 3, arbitrary: fc.constant(zone) }, fc.constant('Asia/Kathmandu')),
  })

/** Spans to the minute, as foreign calendars have them. */
const spansNear = (date: string, maxLength: number) =>
  fc.array(
    fc
      .tuple(fc.integer({ min: -1440, max: 3600 }), fc.integer({ min: 1, max: 300 }))
      .map(([from, length]) => {
        const start = Date.parse(date) + from * minute
        return { start, end: start + length * minute }
      }),
    { maxLength },
  )

/** A company around one change of the clocks, with everything a search can be asked. */
export const worldOn = (zone: string, date: string): fc.Arbitrary<NaiveWorld> =>
  fc.record({
    timezone: fc.constant(zone),
    from: fc.constant(date),
    to: fc.constant(date),
    now: fc.integer({ min: -3 * 1440, max: 900 }).map((by) => Date.parse(date) + by * minute),
    people: fc
      .array(fc.tuple(hoursIn(zone, date), spansNear(date, 5), spansNear(date, 2)), {
        minLength: 1,
        maxLength: 4,
      })
      .map((people) =>
        people.map(([hours, busy, travel], index) => ({ ...hours, id: `${index}`, busy, travel })),
      ),
    place: fc.option(hoursIn(zone, date)),
    rules: fc.record({
      durationMinutes: fc.constantFrom(5, 15, 60, 95, 240, 600),
      bufferBeforeMinutes: fc.constantFrom(0, 0, 15, 200),
      bufferAfterMinutes: fc.constantFrom(0, 0, 10, 45),
      noticeMinutes: fc.constantFrom(0, 0, 95, 1440),
      horizonDays: fc.constantFrom(1, 2, 9, 60),
      slotIntervalMinutes: fc.constantFrom(5, 15, 30, 60),
      crewSize: fc.constantFrom(1, 1, 2),
    }),
    quantity: fc.constantFrom(1, 1, 1, 2),
    fieldworker: fc.constantFrom(undefined, undefined, '0', '1'),
  })
