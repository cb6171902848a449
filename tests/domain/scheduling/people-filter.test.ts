import { describe, expect, test } from 'vitest'
import { queryOf, readAddress } from '../../../src/admin/scheduling/board/board-address.ts'
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
