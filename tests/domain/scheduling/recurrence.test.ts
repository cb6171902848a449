import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localTimeOf } from '../../../src/domain/scheduling/local-time.ts'
import {
  mostOccurrences,
  occurrencesOf,
  repeatInWords,
} from '../../../src/domain/scheduling/recurrence.ts'

const sydney = 'Australia/Sydney'
const nine = Date.parse('2026-09-22T09:00:00+10:00')

const localsOf = (rule: Parameters<typeof occurrencesOf>[0], start = nine, timezone = sydney) =>
  occurrencesOf(rule, { start, timezone }).map(({ local }) => local)

const codeOf = (run: () => unknown) => {
  try {
    run()
    return 'ok'
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('a series', () => {
  test('of a year every fortnight is at nine on the wall on both sides of both clock changes', () => {
    const made = occurrencesOf(
      { unit: 'week', every: 2, until: '2027-09-21' },
      { start: nine, timezone: sydney },
    )

    expect(made).toHaveLength(27)
    expect(made.every(({ start }) => localTimeOf(start, sydney).endsWith('T09:00'))).toBe(true)
    const gaps = new Set(made.slice(1).map(({ start }, at) => start - (made[at]?.start ?? 0)))
    const fortnight = 14 * 86_400_000
    expect(gaps).toEqual(new Set([fortnight, fortnight - 3_600_000, fortnight + 3_600_000]))
  })

  test('on several days of the week counts them all, the first included', () => {
    expect(localsOf({ unit: 'week', every: 1, byDay: ['tue', 'fri'], count: 4 })).toEqual([
      '2026-09-22T09:00',
      '2026-09-25T09:00',
      '2026-09-29T09:00',
      '2026-10-02T09:00',
    ])
  })

  test('by the month that begins on the 31st keeps to the ends of months', () => {
    const start = Date.parse('2026-12-31T09:00:00+11:00')
    expect(localsOf({ unit: 'month', every: 1, count: 4 }, start)).toEqual([
      '2026-12-31T09:00',
      '2027-01-31T09:00',
      '2027-02-28T09:00',
      '2027-03-31T09:00',
    ])
  })

  test('every three days, and on dates of one’s own', () => {
    expect(localsOf({ unit: 'day', every: 3, count: 3 })).toEqual([
      '2026-09-22T09:00',
      '2026-09-25T09:00',
      '2026-09-28T09:00',
    ])
    expect(localsOf({ dates: ['2026-11-02', '2026-10-05', '2026-10-05', '2026-01-01'] })).toEqual([
      '2026-09-22T09:00',
      '2026-10-05T09:00',
      '2026-11-02T09:00',
    ])
  })

  test('goes on after a time that the clocks jump over', () => {
    const start = Date.parse('2026-10-03T02:30:00+10:00')
    const made = occurrencesOf({ unit: 'day', every: 1, count: 3 }, { start, timezone: sydney })
    expect(made.map(({ start: at }) => localTimeOf(at, sydney))).toEqual([
      '2026-10-03T02:30',
      '2026-10-04T03:00',
      '2026-10-05T02:30',
    ])
  })

  test.each([
    ['without an end', { unit: 'day', every: 1 }],
    ['of too many', { unit: 'day', every: 1, count: mostOccurrences + 1 }],
    ['until too far', { unit: 'day', every: 1, until: '2036-01-01' }],
    ['that ends before it begins', { unit: 'week', every: 1, until: '2026-09-22' }],
    ['on no dates', { dates: [] }],
  ] as const)('%s is refused', (_name, rule) => {
    expect(codeOf(() => localsOf(rule))).toBe('invalid-input')
  })

  test('is in order, at the wall clock of the first wherever that exists', () => {
    const zones = [
      'Australia/Lord_Howe',
      'America/New_York',
      'Europe/Berlin',
      'UTC',
      'Asia/Kolkata',
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 500 * 1440 }),
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom('day' as const, 'week' as const),
        (timezone, minutes, every, unit) => {
          const start = Date.parse('2026-01-01T00:00:00Z') + minutes * 60_000
          const made = occurrencesOf({ unit, every, count: 30 }, { start, timezone })
          expect(made).toHaveLength(30)
          const clock = localTimeOf(start, timezone).slice(11)
          const odd = made.filter(({ start: at }) => localTimeOf(at, timezone).slice(11) !== clock)
          expect(odd.length).toBeLessThanOrEqual(2)
          made.slice(1).forEach(({ start: at }, before) => {
            expect(at).toBeGreaterThan(made[before]?.start ?? 0)
          })
        },
      ),
      { numRuns: 60 },
    )
  }, 30_000)
})

test('a rule is put into words', () => {
  expect(repeatInWords({ unit: 'week', every: 2, byDay: ['mon', 'wed', 'fri'], count: 12 })).toBe(
    'Every 2 weeks on Monday, Wednesday and Friday, 12 times',
  )
  expect(repeatInWords({ unit: 'month', every: 1, until: '2027-03-01' })).toBe(
    'Every month, until 2027-03-01',
  )
})
