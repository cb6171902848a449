import { describe, expect, test } from 'vitest'
import {
  queryOf,
  rangeOf,
  readAddress,
  stepped,
} from '../../../src/admin/scheduling/board/board-address.ts'
import { filterChoices, fitsFilter } from '../../../src/admin/scheduling/board/people-filter.ts'

const liam = { skills: ['Gas', 'Plumbing'], areas: ['North'] }
const mei = { skills: ['Plumbing'], areas: [] }

describe('the rows of the board', () => {
  test.each([
    [{ skill: '', area: '' }, true, true],
    [{ skill: 'Gas', area: '' }, true, false],
    [{ skill: 'Plumbing', area: 'North' }, true, true],
    [{ skill: '', area: 'South' }, false, true],
  ])('filtered by %j', (filter, forLiam, forMei) => {
    expect(fitsFilter(liam, filter)).toBe(forLiam)
    // Somebody without areas works in all of them.
    expect(fitsFilter(mei, filter)).toBe(forMei)
  })

  test('are filtered by what somebody on the board has', () => {
    expect(filterChoices([liam, mei] as never)).toEqual({
      skills: ['Gas', 'Plumbing'],
      areas: ['North'],
    })
  })

  test('keep their filter in the address', () => {
    const address = readAddress({ date: '2030-01-07', view: 'week', skill: 'Gas' }, 'UTC')

    expect(queryOf(address)).toBe('date=2030-01-07&view=week&skill=Gas')
  })
})

describe('the month of the board', () => {
  test('reaches from its first day to its last', () => {
    expect(rangeOf({ date: '2028-02-10', view: 'month' })).toEqual({
      from: '2028-02-01',
      to: '2028-02-29',
    })
  })

  test.each([
    ['2027-01-31', 1, '2027-02-28'],
    ['2027-01-15', -1, '2026-12-15'],
    ['2027-12-31', 1, '2028-01-31'],
  ])('from %s, %i on, stands %s', (date, by, then) => {
    expect(stepped(date, 'month', by)).toBe(then)
  })

  test('a week steps by seven days, across the end of a month', () => {
    expect(stepped('2027-02-27', 'week', 1)).toBe('2027-03-06')
  })
})
