import { describe, expect, test } from 'vitest'
import { addDays, dayOf, isLocalDay } from '../../site/src/lib/local-day.ts'
import { clockSpan, duration, longDay, moment, zonedSpan } from '../../site/src/lib/time.ts'

const sydney = 'Australia/Sydney'

describe('times on the site', () => {
  test('a morning visit says am once and names its zone', () => {
    const span = { start: '2026-11-23T22:00:00Z', end: '2026-11-23T23:30:00Z', timezone: sydney }
    expect(zonedSpan(span)).toBe('9:00–10:30 am AEDT')
  })

  test('a visit across noon says both halves of the day', () => {
    const span = { start: '2026-11-23T22:30:00Z', end: '2026-11-24T01:30:00Z', timezone: sydney }
    expect(clockSpan(span)).toBe('9:30 am–12:30 pm')
  })

  test('the day is the day at the place of the work', () => {
    expect(longDay('2026-11-23T22:00:00Z', sydney)).toBe('Tuesday 24 November')
    expect(dayOf('2026-11-23T22:00:00Z', sydney)).toBe('2026-11-24')
    expect(dayOf('2026-11-23T22:00:00Z', 'Australia/Perth')).toBe('2026-11-24')
  })

  test('the zone name follows daylight saving', () => {
    expect(moment('2026-04-04T14:00:00Z', sydney)).toContain('1:00 am AEDT')
    expect(moment('2026-04-05T14:00:00Z', sydney)).toContain('12:00 am AEST')
  })

  test('days are counted by the calendar, also over a change of clocks', () => {
    expect(addDays('2026-10-03', 1)).toBe('2026-10-04')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
  })

  test('only a calendar day passes for one', () => {
    expect(isLocalDay('2026-11-24')).toBe(true)
    for (const value of ['', '24/11/2026', '2026-13-41', '2027-02-30', '2026-11-24T10:00'])
      expect(isLocalDay(value)).toBe(false)
  })

  test.each([
    [45, '45 min'],
    [60, '1 h'],
    [90, '1 h 30 min'],
  ])('%i minutes read %s', (minutes, words) => {
    expect(duration(minutes)).toBe(words)
  })
})
