import { describe, expect, test } from 'vitest'
import { createBookingSchema } from '../../../src/contracts/bookings/bookings.ts'
import { slotsQuerySchema } from '../../../src/contracts/scheduling/slots.ts'
import { momentInWords, spanInWords } from '../../../src/domain/messages/words.ts'
import { assertBookable } from '../../../src/domain/scheduling/assert-bookable.ts'
import { daySpan } from '../../../src/domain/scheduling/day-span.ts'
import { findSlots } from '../../../src/domain/scheduling/find-slots.ts'
import { addDays, localDateOf, localTimeOf } from '../../../src/domain/scheduling/local-time.ts'
import { clockChange, zoneRulesOf } from '../../../src/domain/scheduling/zone-rules.ts'
import { workingIntervals } from '../../../src/domain/scheduling/working-hours.ts'
import { occurrencesOf } from '../../../src/domain/scheduling/recurrence.ts'
import { shiftVisits } from '../../../src/domain/scheduling/shift-visits.ts'
import { slotGrid } from '../../../src/domain/scheduling/slot-grid.ts'
import { visitSpan } from '../../../src/steps/scheduling/visit-span.ts'
import * as site from '../../../site/src/lib/local-day.ts'
import { searchOf } from '../../support/slot-search.ts'

const iso = (at: number) => new Date(at).toISOString()
const halfHours = (timezone: string, date: string) =>
  slotGrid({ from: date, to: date, timezone, intervalMinutes: 30 })
const clocks = (timezone: string, date: string) =>
  halfHours(timezone, date).map((at) => localTimeOf(at, timezone).slice(11))

/** Cases of clocks that no other test of a room names. */
describe('the clock', () => {
  test.each([
    ['D01', 'America/New_York', '2027-03-14', 46],
    ['D02', 'America/New_York', '2027-11-07', 50],
    ['D04', 'Europe/London', '2027-03-28', 46],
    ['D04', 'Europe/London', '2027-10-31', 50],
    ['D04', 'Australia/Sydney', '2027-10-03', 46],
    ['D05', 'Australia/Lord_Howe', '2027-04-04', 49],
    ['D05', 'Australia/Lord_Howe', '2027-10-03', 47],
    ['D06', 'America/Santiago', '2027-09-05', 46],
    ['D06', 'Africa/Cairo', '2027-04-30', 46],
    ['D06', 'Asia/Beirut', '2027-03-28', 46],
    ['D07', 'Asia/Kathmandu', '2027-03-28', 48],
    ['D07', 'Antarctica/Troll', '2027-03-28', 44],
    ['D08', 'Africa/Casablanca', '2025-02-23', 50],
  ])(
    '%s: a day of %s on %s has %i half hours, each once and in order',
    (_id, zone, date, count) => {
      const starts = halfHours(zone, date)

      expect(starts).toHaveLength(count)
      const steps = new Set(starts.slice(1).map((at, before) => at - (starts[before] ?? 0)))
      expect(steps).toEqual(new Set([30 * 60_000]))
      expect(clocks(zone, date).every((clock) => /:(00|30)$/.test(clock))).toBe(true)
    },
  )

  test.each([
    ['Cairo', 'Africa/Cairo', '2027-04-30'],
    ['Beirut', 'Asia/Beirut', '2027-03-28'],
    ['Santiago', 'America/Santiago', '2027-09-05'],
  ])('D06: a day of %s without midnight begins at one', (_city, zone, date) => {
    expect(clocks(zone, date)[0]).toBe('01:00')
    expect(clocks(zone, date).at(-1)).toBe('23:30')
  })

  test('D02: messages tell the two half past ones apart by the name of the zone', () => {
    const [first, second] = ['2027-11-07T05:30:00.000Z', '2027-11-07T06:30:00.000Z'] as const
    const words = [first, second].map((at) => momentInWords(at, 'America/New_York', 'en-US'))

    expect(words[0]).toMatch(/1:30.AM EDT$/)
    expect(words[1]).toMatch(/1:30.AM EST$/)
    expect(
      spanInWords({ start: first, end: second, timezone: 'America/New_York' }, 'en-US'),
    ).toMatch(/1:30.AM EDT – 1:30.AM EST$/)
  })

  test.each([
    ['2027-03-08T14:00:00.000Z', '14:00', '13:00'],
    ['2027-11-01T13:00:00.000Z', '13:00', '14:00'],
  ])('D03: nine o’clock every Monday in New York from %s is %s, then %s UTC', (first, was, is) => {
    const made = occurrencesOf(
      { unit: 'week', every: 1, count: 3 },
      { start: Date.parse(first), timezone: 'America/New_York' },
    )

    expect(made.map(({ local }) => local.slice(11))).toEqual(['09:00', '09:00', '09:00'])
    expect(made.map(({ start }) => iso(start).slice(11, 16))).toEqual([was, is, is])
  })

  test('D10: a visit moved over a change of the clocks keeps its length and its wall clock', () => {
    const visit = { start: '2027-03-12T23:00:00-05:00', end: '2027-03-13T03:00:00-05:00' }
    const [moved] = shiftVisits([visit], {
      start: '2027-03-14T04:00:00.000Z',
      timezone: 'America/New_York',
    })

    expect(Date.parse(moved?.end ?? '') - Date.parse(moved?.start ?? '')).toBe(4 * 3_600_000)
    expect(localTimeOf(Date.parse(moved?.start ?? ''), 'America/New_York')).toBe('2027-03-13T23:00')
    expect(localTimeOf(Date.parse(moved?.end ?? ''), 'America/New_York')).toBe('2027-03-14T04:00')
  })

  test.each([29, 30, 31])('D11: a month after month on the %ith skips no month', (day) => {
    const start = Date.parse(`2027-10-${day}T09:00:00Z`)
    const made = occurrencesOf(
      { unit: 'month', every: 1, count: 24 },
      { start, timezone: 'UTC' },
    ).map(({ local }) => local)

    const months = made.map((local) => local.slice(0, 7))
    expect(new Set(months).size).toBe(24)
    for (const local of made) {
      const [year, month] = [Number(local.slice(0, 4)), Number(local.slice(5, 7))]
      const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
      expect(Number(local.slice(8, 10)), local).toBe(Math.min(day, last))
    }
  })

  test('D11: every twelve months from 29 February keeps to the end of February', () => {
    const made = occurrencesOf(
      { unit: 'month', every: 12, count: 5 },
      { start: Date.parse('2028-02-29T09:00:00Z'), timezone: 'UTC' },
    )

    expect(made.map(({ local }) => local.slice(0, 10))).toEqual([
      '2028-02-29',
      '2029-02-28',
      '2030-02-28',
      '2031-02-28',
      '2032-02-29',
    ])
  })

  test('D14: one visit is shown in the reader’s zone, and is one instant', () => {
    const at = '2027-06-07T08:00:00.000Z'

    expect(momentInWords(at, 'Europe/London', 'en-GB')).toMatch(/7 Jun 2027.*9:00 BST$/)
    expect(momentInWords(at, 'Pacific/Auckland', 'en-NZ')).toMatch(/7 Jun 2027.*8:00.pm NZST$/)
  })

  test.each([
    '2026-02-30',
    '2026-13-01',
    '0000-01-01',
    '9999-12-31',
    '+99999-01-01',
    '1970-01-01',
    '2026-W05',
    'tomorrow',
    '',
  ])('D17: %j is no date of a search', (date) => {
    const asked = { service: 'tap', postcode: '2000', from: date, to: date }
    expect(slotsQuerySchema.safeParse(asked).success).toBe(false)
  })

  test.each([
    '2026-02-30T10:00:00Z',
    '2026-02-30T10:00:00',
    '2026-06-01T10:00:00',
    '2026-06-01T10:00:30Z',
    '2026-06-01T10:00:00 Mars/Base',
    '2026-06-01T10:00:00+25:00',
    '2026-06-01',
    '0',
    '1780300800000',
  ])('D17: %j is no start of a visit', (start) => {
    const body = {
      service: 'tap',
      start,
      address: { line1: '1 Test Street', suburb: 'Sydney', postcode: '2000' },
      customer: { name: 'Jo', email: 'jo@guest.test' },
    }
    expect(createBookingSchema.safeParse({ ...body, start: '2026-06-01T10:00:00Z' }).success).toBe(
      true,
    )
    expect(createBookingSchema.safeParse(body).success).toBe(false)
  })

  test('D18: no visit ends when it starts, before it, or a month later; one may last days', () => {
    const service = { durationMinutes: 60, bufferBeforeMinutes: 15, bufferAfterMinutes: 10 }
    const start = '2027-06-07T08:00:00.000Z'
    const lasting = (minutes: number) =>
      visitSpan(service, { start, end: iso(Date.parse(start) + minutes * 60_000) })

    for (const minutes of [0, -1, 30 * 1440 + 1]) {
      expect(() => lasting(minutes)).toThrow(expect.objectContaining({ code: 'invalid-input' }))
    }
    expect(lasting(3 * 1440)).toEqual({
      start,
      end: '2027-06-10T08:00:00.000Z',
      busyStart: '2027-06-07T07:45:00.000Z',
      busyEnd: '2027-06-10T08:10:00.000Z',
    })
  })

  test('D12: where the rules of a zone change, an instant is found that keeps the clock that was agreed', () => {
    const from = Date.parse('2027-01-01T00:00:00Z')
    const now = zoneRulesOf('Africa/Cairo', from, 2)
    const [winter] = now.offsets
    const before = { until: now.until, offsets: winter ? [winter] : [] }
    const ask = (at: string) => {
      const change = clockChange(Date.parse(at), { before, now })
      return change && [iso(change.wall), change.at && iso(change.at)]
    }

    expect(ask('2027-02-01T07:00:00Z')).toBeNull()
    expect(ask('2027-07-01T06:00:00Z')).toEqual([
      '2027-07-01T08:00:00.000Z',
      '2027-07-01T05:00:00.000Z',
    ])
    expect(localTimeOf(Date.parse('2027-07-01T06:00:00Z'), 'Africa/Cairo')).toBe('2027-07-01T09:00')
    expect(localTimeOf(Date.parse('2027-07-01T05:00:00Z'), 'Africa/Cairo')).toBe('2027-07-01T08:00')
    // The clocks jump from midnight to one o'clock on 30 April.
    expect(ask('2027-04-29T22:30:00Z')).toEqual(['2027-04-30T00:30:00.000Z', null])
    expect(ask('2031-07-01T06:00:00Z')).toBeNull()
    expect(ask('2026-07-01T06:00:00Z')).toBeNull()
  })

  test.each([
    ['forward', '2027-03-14T12:00:00-04:00', '2027-03-13T11:00'],
    ['back', '2027-11-07T12:00:00-05:00', '2027-11-06T13:00'],
  ])('D15: a day of notice is 24 hours that pass, also when clocks go %s', (_way, visit, last) => {
    const timezone = 'America/New_York'
    const service = { noticeMinutes: 24 * 60, horizonDays: 60 }
    const start = Date.parse(visit)
    const span = { service, start, end: start + 3_600_000, timezone }
    const lastCall = start - 24 * 3_600_000

    expect(localTimeOf(lastCall, timezone)).toBe(last)
    expect(() => assertBookable({ ...span, now: lastCall })).not.toThrow()
    expect(() => assertBookable({ ...span, now: lastCall + 1 })).toThrow(
      expect.objectContaining({ code: 'outside-booking-window' }),
    )
  })

  test.each([
    ['America/New_York', '2027-03-14'],
    ['America/New_York', '2027-11-07'],
    ['Africa/Cairo', '2027-04-30'],
    ['Australia/Lord_Howe', '2027-04-04'],
  ])(
    'D15: today in %s is %s from its first half hour to its last, tomorrow the next',
    (zone, day) => {
      const { start, end } = daySpan(day, addDays(day, 1), zone)

      for (const at of halfHours(zone, day)) {
        expect([localDateOf(at, zone), site.dayOf(at, zone)]).toEqual([day, day])
      }
      expect([localDateOf(start - 1, zone), localDateOf(end - 1, zone)]).toEqual([
        addDays(day, -1),
        day,
      ])
      expect(site.dayOf(end, zone)).toBe(site.addDays(day, 1))
    },
  )

  test.each([
    ['Pacific/Auckland', '2027-06-08', 24],
    ['Asia/Beirut', '2027-03-28', 23],
    ['America/New_York', '2027-11-07', 25],
  ])(
    'D20: an all-day event of a worker in %s on %s takes that day, %i hours, no other',
    (zone, date, hours) => {
      const timezone = 'Europe/London'
      const [from, to] = [addDays(date, -2), addDays(date, 2)]
      const { start: first } = daySpan(from, to, timezone)
      const { end: last } = daySpan(from, addDays(to, 1), timezone)
      const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
      const always = [{ days: [...days], start: '00:00', end: '00:00' }]
      const working = workingIntervals({
        hours: always,
        exceptions: [],
        timezone: zone,
        from: first,
        to: last,
      })
      const event = daySpan(date, addDays(date, 1), zone)
      const service = {
        ...{ durationMinutes: 30, bufferBeforeMinutes: 0, bufferAfterMinutes: 0, noticeMinutes: 0 },
        ...{ horizonDays: 30, slotIntervalMinutes: 30, crewSize: 1 },
      }
      const startsWhen = (busy: (typeof event)[]) =>
        findSlots(
          searchOf({
            service,
            people: [{ id: 'ada', working, busy }],
            from,
            to,
            timezone,
            now: first - 1,
          }),
        ).map(({ start }) => start)

      const free = startsWhen([])
      const left = startsWhen([event])

      expect((event.end - event.start) / 3_600_000).toBe(hours)
      expect(left.filter((at) => localDateOf(at, zone) === date)).toEqual([])
      expect(left).toEqual(free.filter((at) => localDateOf(at, zone) !== date))
      expect(free.length - left.length).toBe(hours * 2)
    },
  )
})
