import { describe, expect, it } from 'vitest'
import { isLocalDate } from '../../../src/domain/scheduling/local-date.ts'

describe('a day of the calendar', () => {
  it.each(['2027-02-28', '2028-02-29', '2000-01-01', '2199-12-31'])('%s is one', (date) => {
    expect(isLocalDate(date)).toBe(true)
  })

  it.each([
    '2027-02-30',
    '2027-02-29',
    '2027-13-01',
    '2027-04-31',
    '9999-99-99',
    '9999-12-31',
    '1999-12-31',
    '2027-2-3',
    '2027-02-03T00:00',
    '03/02/2027',
    '',
    null,
    20270203,
  ])('%s is none', (date) => {
    expect(isLocalDate(date)).toBe(false)
  })
})
