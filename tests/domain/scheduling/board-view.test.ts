import { describe, expect, test } from 'vitest'
import type { Board, BoardVisit } from '../../../src/admin/scheduling/board/board-visit.ts'
import { readBoardAnswer } from '../../../src/admin/scheduling/board/read-board-answer.ts'
import { lanesOf } from '../../../src/admin/scheduling/board/lanes.ts'
import { lateWords } from '../../../src/admin/scheduling/board/late-words.ts'
import { capacityOf } from '../../../src/admin/scheduling/board/capacity.ts'
import { resized } from '../../../src/admin/scheduling/board/resized.ts'
import { commandFor } from '../../../src/admin/scheduling/board/moves.ts'
import { refusalWords } from '../../../src/admin/scheduling/board/refusal-words.ts'
import { travelGaps } from '../../../src/admin/scheduling/board/travel-gaps.ts'
import {
  everything,
  filterQuery,
  isShown,
  readFilter,
} from '../../../src/admin/scheduling/calendar/calendar-filter.ts'
import { boardColumns, stateOfCode } from '../../../src/contracts/scheduling/board.ts'
import { acceptanceStates } from '../../../src/domain/bookings/acceptance-lifecycle.ts'
import { bookingStates } from '../../../src/domain/bookings/booking-lifecycle.ts'
import { progressStates } from '../../../src/domain/bookings/progress-lifecycle.ts'

/** Nine in the morning in Sydney. */
const nine = Date.parse('2026-11-22T22:00:00Z')
const minute = 60_000

const visit = (changes: Partial<BoardVisit> = {}): BoardVisit => ({
  id: 'v1',
  person: 'bo',
  service: 'Tile clean',
  location: null,
  place: 'Newtown',
  point: null,
  start: nine,
  end: nine + 90 * minute,
  customer: 'Jo Park',
  status: 'confirmed',
  acceptance: 'accepted',
  progress: 'not_started',
  ...changes,
})

const board: Board = {
  timezone: 'Australia/Sydney',
  zoneName: 'Sydney (AEDT)',
  start: nine - 9 * 60 * minute,
  end: nine + 15 * 60 * minute,
  people: [
    {
      id: 'bo',
      name: 'Bo Okafor',
      colour: null,
      active: true,
      timezone: 'Australia/Sydney',
      hours: [[420, 900]],
      absences: [[780, 840, 'external']],
      home: null,
      skills: [],
      areas: [],
    },
  ],
  services: [],
  locations: [],
  travel: { speedKmh: 40, roadFactor: 1.3 },
  visits: [visit()],
}

describe('the states of a visit', () => {
  test('travel as one number and come back as they were', () => {
    bookingStates.forEach((status, s) => {
      acceptanceStates.forEach((acceptance, a) => {
        progressStates.forEach((progress, p) => {
          expect(stateOfCode(s * 25 + a * 5 + p)).toEqual({ status, acceptance, progress })
        })
      })
    })
  })

  test('are read from compact rows with names and instants', () => {
    const id = '0190f3a2-0000-7000-8000-000000000001'
    const read = readBoardAnswer({
      ...board,
      services: [{ id, name: 'Tap repair' }],
      places: [['Newtown', -33.9, 151.2]],
      columns: [...boardColumns],
      visits: [[id, 0, 0, null, 0, 540, 60, 27, 'Ann']],
    })
    expect(read.visits[0]).toMatchObject({
      person: 'bo',
      service: 'Tap repair',
      place: 'Newtown',
      point: { lat: -33.9, lng: 151.2 },
      start: nine,
      end: nine + 60 * minute,
      status: 'confirmed',
      progress: 'in_progress',
    })
  })
})

describe('what is late', () => {
  test.each([
    ['on time', {}, 4, ''],
    ['not begun', {}, 20, 'Late 20 min'],
    ['on the way', { progress: 'en_route' as const }, 30, 'Late 30 min'],
    ['at work', { progress: 'in_progress' as const }, 30, ''],
    ['at work beyond its end', { progress: 'in_progress' as const }, 110, 'Over by 20 min'],
    ['silent after its end', {}, 120, 'Awaiting update'],
    ['finished', { progress: 'finished' as const }, 500, ''],
    ['called off', { status: 'cancelled' as const }, 500, ''],
  ])('of a visit that is %s', (_what, changes, after, words) => {
    expect(lateWords(visit(changes), nine + after * minute)).toBe(words)
  })
})

describe('a move', () => {
  test('to another person is an assignment, of a confirmed time a reschedule, of a pending one a retime', () => {
    const later = { start: nine + 60 * minute, end: nine + 150 * minute }
    expect(commandFor(visit(), { ...visit(), person: 'ann' })).toEqual({
      path: '/api/appointments/v1/assign',
      body: { fieldworker: 'ann' },
    })
    expect(commandFor(visit(), { ...later, person: 'bo' }).path).toMatch(/reschedule$/)
    expect(commandFor(visit({ status: 'pending' }), { ...later, person: 'ann' })).toEqual({
      path: '/api/appointments/v1/retime',
      body: {
        start: new Date(later.start).toISOString(),
        end: new Date(later.end).toISOString(),
        fieldworker: 'ann',
      },
    })
  })

  const refused = (code: string, details?: object, message = 'No.') =>
    refusalWords([{ code, message, ...(details && { details }) }], {
      board,
      visit: visit({ id: 'v2' }),
      to: { person: 'bo', start: nine + 240 * minute, end: nine + 300 * minute },
    })

  test('that is refused says who is busy, when, and with what', () => {
    const startsAt = new Date(nine).toISOString()
    const endsAt = new Date(nine + 90 * minute).toISOString()
    expect(refused('slot-taken', { appointment: 'v1', startsAt, endsAt })).toBe(
      'Bo Okafor is busy 9:00–10:30 am AEDT: Tile clean for Jo Park.',
    )
    expect(refused('slot-taken', { appointment: 'hidden', startsAt, endsAt })).toBe(
      'Bo Okafor is busy 9:00–10:30 am AEDT with another visit.',
    )
    expect(refused('slot-taken')).toBe('Bo Okafor is busy in their own calendar 1:00–2:00 pm AEDT.')
    expect(refused('stale-version', undefined, 'Somebody changed it.')).toBe('Somebody changed it.')
  })
})

test('visits that overlap get lanes of their own', () => {
  const { items, count } = lanesOf([
    { start: 0, end: 10 },
    { start: 5, end: 15 },
    { start: 10, end: 20 },
  ])
  expect(items.map(({ lane }) => lane)).toEqual([0, 1, 0])
  expect(count).toBe(2)
})

test('a way that takes longer than the time between two visits is called impossible', () => {
  const near = visit({ point: { lat: -33.9, lng: 151.2 } })
  const far = visit({
    id: 'v3',
    start: nine + 100 * minute,
    end: nine + 160 * minute,
    point: { lat: -33.6, lng: 151.2 },
  })
  const [gap] = travelGaps([far, near], board.travel)
  expect(gap).toMatchObject({ given: 10, isImpossible: true })
  expect(travelGaps([near, { ...far, point: null }], board.travel)).toEqual([])
})

describe('the filters of the calendar', () => {
  test('show every status at first and come back from the address', () => {
    expect(readFilter({})).toEqual(everything)
    expect(readFilter({ status: 'no-such,<script>' })).toEqual(everything)
    const filter = { ...everything, person: 'none', statuses: ['pending', 'cancelled'] }
    expect(readFilter(filterQuery(filter))).toEqual(filter)
  })

  test('let a visit through only where all four agree', () => {
    expect(isShown(visit(), everything)).toBe(true)
    expect(isShown(visit({ status: 'cancelled' }), everything)).toBe(true)
    expect(isShown(visit(), { ...everything, statuses: ['pending'] })).toBe(false)
    expect(isShown(visit(), { ...everything, person: 'ann' })).toBe(false)
    expect(isShown(visit({ person: null }), { ...everything, person: 'none' })).toBe(true)
    expect(isShown(visit(), { ...everything, service: 'Lawn' })).toBe(false)
  })
})

describe('a visit made longer or shorter by key', () => {
  const spot = { person: 'bo', start: nine, end: nine + 30 * minute }

  test.each([
    [{ key: 'ArrowDown', shiftKey: true }, 0, 45],
    [{ key: 'ArrowUp', shiftKey: true }, 0, 15],
    [{ key: 'PageUp', shiftKey: false }, -15, 30],
    [{ key: 'PageDown', shiftKey: false }, 15, 30],
  ])('%j moves one end by a quarter of an hour', (key, from, to) => {
    expect(resized(key, spot)).toEqual({
      person: 'bo',
      start: nine + from * minute,
      end: nine + to * minute,
    })
  })

  test('never gets shorter than a quarter of an hour, nor longer if it was shorter', () => {
    const short = { ...spot, end: nine + 10 * minute }
    for (const key of ['ArrowUp', 'PageDown']) {
      const once = resized({ key, shiftKey: key === 'ArrowUp' }, spot) ?? spot
      const twice = resized({ key, shiftKey: key === 'ArrowUp' }, once) ?? once
      expect(twice.end - twice.start).toBe(15 * minute)
      expect(resized({ key, shiftKey: key === 'ArrowUp' }, short)).toEqual(short)
    }
  })

  test('other keys leave it alone', () => {
    expect(resized({ key: 'ArrowDown', shiftKey: false }, spot)).toBeUndefined()
  })
})

describe('the capacity of a day', () => {
  const people = [
    { id: 'bo', active: true, hours: [[0, 240]], absences: [[30, 90, 'leave']] },
    { id: 'cy', active: true, hours: [[0, 60]], absences: [] },
    { id: 'gone', active: false, hours: [[0, 480]], absences: [] },
  ] satisfies Parameters<typeof capacityOf>[0]
  const from = (start: number, end: number, person: string | null = 'bo') => ({
    person,
    start: nine + start * minute,
    end: nine + end * minute,
  })

  test('is working time without visits and absences, each minute counted once', () => {
    const visits = [from(60, 120), from(200, 300), from(-30, 10), from(0, 60, null)]
    // Free of Bo: 10–30 and 120–200; Cy is free for the whole hour.
    expect(capacityOf(people, visits, nine)).toEqual({ open: 300, free: 160 })
  })

  test('is nothing where no one works', () => {
    expect(capacityOf([], [from(0, 60)], nine)).toEqual({ open: 0, free: 0 })
  })
})
