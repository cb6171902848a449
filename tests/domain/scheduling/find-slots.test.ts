import { describe, expect, it } from 'vitest'
import { findSlots } from '../../../src/domain/scheduling/find-slots.ts'
import { localTimeOf } from '../../../src/domain/scheduling/local-time.ts'
import { peopleAt } from '../../../src/domain/scheduling/people-at.ts'
import { searchOf, type SpanSearch } from '../../support/slot-search.ts'

const at = (iso: string) => Date.parse(iso)
const span = (from: string, to: string) => ({ start: at(from), end: at(to) })
const day = [span('2027-06-07T09:00Z', '2027-06-07T12:00Z')]
type Rules = Partial<SpanSearch['service']>

const asked = (changes: Partial<SpanSearch>, rules: Rules = {}) =>
  searchOf({
    service: {
      durationMinutes: 60,
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 0,
      noticeMinutes: 0,
      horizonDays: 30,
      slotIntervalMinutes: 30,
      crewSize: 1,
      ...rules,
    },
    people: [{ id: 'ada', working: day, busy: [] }],
    from: '2027-06-07',
    to: '2027-06-07',
    timezone: 'UTC',
    now: at('2027-06-01T00:00Z'),
    ...changes,
  })
const search = (changes: Partial<SpanSearch>, rules?: Rules) => findSlots(asked(changes, rules))
const clocks = (slots: { start: number }[], zone = 'UTC') =>
  slots.map((slot) => localTimeOf(slot.start, zone).slice(11))

describe('slots', () => {
  it('a slot fits wholly into working hours', () => {
    expect(clocks(search({}))).toEqual(['09:00', '09:30', '10:00', '10:30', '11:00'])
  })

  it('a slot may touch a booked visit but not overlap it', () => {
    const busy = [span('2027-06-07T10:00Z', '2027-06-07T10:30Z')]

    const slots = search({ people: [{ id: 'ada', working: day, busy }] })

    expect(clocks(slots)).toEqual(['09:00', '10:30', '11:00'])
  })

  it('buffers keep other work away, and may lie outside working hours', () => {
    const busy = [span('2027-06-07T10:00Z', '2027-06-07T10:30Z')]

    const slots = search(
      { people: [{ id: 'ada', working: day, busy }] },
      { bufferBeforeMinutes: 15, bufferAfterMinutes: 30 },
    )

    expect(clocks(slots)).toEqual(['11:00'])
  })

  it('notice hides what is too soon, to the minute', () => {
    const slots = search({ now: at('2027-06-07T08:00Z') }, { noticeMinutes: 90 })

    expect(clocks(slots)).toEqual(['09:30', '10:00', '10:30', '11:00'])
  })

  it.each([
    [5, 0],
    [6, 5],
  ])('with a horizon of %i days a day six days ahead has %i slots', (horizonDays, count) => {
    expect(search({}, { horizonDays })).toHaveLength(count)
  })

  it('opening hours of the place bound the hours of the people', () => {
    const slots = search({ locationOpen: [span('2027-06-07T10:00Z', '2027-06-07T11:30Z')] })

    expect(clocks(slots)).toEqual(['10:00', '10:30'])
  })

  it('each slot counts the people who can take it', () => {
    const question = asked({
      people: [
        { id: 'ada', working: day, busy: [span('2027-06-07T09:00Z', '2027-06-07T10:00Z')] },
        { id: 'bob', working: [span('2027-06-07T09:00Z', '2027-06-07T11:00Z')], busy: [] },
      ],
    })

    const slots = findSlots(question)

    expect(slots.map(({ start }) => peopleAt(question, start))).toEqual([
      ['bob'],
      ['bob'],
      ['ada', 'bob'],
      ['ada'],
      ['ada'],
    ])
    expect(slots.map((slot) => slot.available)).toEqual([1, 1, 2, 1, 1])
  })

  it('a crew of two and two crews of one both need two people', () => {
    const people = [
      { id: 'ada', working: day, busy: [] },
      { id: 'bob', working: [span('2027-06-07T09:00Z', '2027-06-07T10:00Z')], busy: [] },
    ]

    expect(clocks(search({ people }, { crewSize: 2 }))).toEqual(['09:00'])
    expect(clocks(search({ people, quantity: 2 }))).toEqual(['09:00'])
    expect(search({ people, quantity: 2 }, { crewSize: 2 })).toEqual([])
  })

  it('asking for one person shows only what that person can take', () => {
    const people = [
      { id: 'ada', working: day, busy: [] },
      { id: 'bob', working: [span('2027-06-07T10:00Z', '2027-06-07T11:00Z')], busy: [] },
    ]

    expect(search({ people, fieldworker: 'bob' })).toEqual([
      { ...span('2027-06-07T10:00Z', '2027-06-07T11:00Z'), available: 1 },
    ])
    expect(search({ people, fieldworker: 'eve' })).toEqual([])
    expect(search({ people, fieldworker: 'bob' }, { crewSize: 2 })).toEqual([
      { ...span('2027-06-07T10:00Z', '2027-06-07T11:00Z'), available: 2 },
    ])
  })

  it.each([
    [
      'the clocks of New York jump from 01:30 to 03:00',
      'America/New_York',
      '2027-03-14',
      ['00:00', '00:30', '01:00', '01:30', '03:00', '03:30'],
    ],
    [
      'the clocks of New York show half past one twice',
      'America/New_York',
      '2027-11-07',
      ['00:00', '00:30', '01:00', '01:30', '01:00', '01:30', '02:00', '02:30', '03:00', '03:30'],
    ],
    [
      'the half hour of Lord Howe comes twice and nothing else does',
      'Australia/Lord_Howe',
      '2027-04-04',
      ['00:00', '00:30', '01:00', '01:30', '01:30', '02:00', '02:30', '03:00', '03:30'],
    ],
    [
      'a day in Santiago that has no midnight begins at one',
      'America/Santiago',
      '2027-09-05',
      ['01:00', '01:30', '02:00', '02:30', '03:00', '03:30'],
    ],
    [
      'the grid of Kathmandu follows its own clock',
      'Asia/Kathmandu',
      '2027-06-07',
      ['00:00', '00:30', '01:00', '01:30', '02:00', '02:30', '03:00', '03:30'],
    ],
    [
      'the clocks of Troll jump two hours',
      'Antarctica/Troll',
      '2027-03-28',
      ['00:00', '00:30', '03:00', '03:30'],
    ],
  ])('%s', (_name, timezone, date, expected) => {
    const always = [span(`${date}T00:00-12:00`, `${date}T00:00-12:00`)].map(({ start }) => ({
      start: start - 72 * 3_600_000,
      end: start + 72 * 3_600_000,
    }))

    const slots = search({
      people: [{ id: 'ada', working: always, busy: [] }],
      from: date,
      to: date,
      timezone,
      now: at(`${date}T00:00Z`) - 5 * 86_400_000,
    })

    expect(clocks(slots, timezone).filter((clock) => clock < '04:00')).toEqual(expected)
  })

  it('a visit across the change of the clocks keeps its length', () => {
    const night = [span('2027-03-14T05:00Z', '2027-03-14T12:00Z')]

    const slots = search(
      {
        people: [{ id: 'ada', working: night, busy: [] }],
        from: '2027-03-14',
        to: '2027-03-14',
        timezone: 'America/New_York',
        now: at('2027-03-10T00:00Z'),
      },
      { durationMinutes: 120 },
    )

    expect(slots.every((slot) => slot.end - slot.start === 7_200_000)).toBe(true)
    expect(slots).toHaveLength(11)
  })
})
