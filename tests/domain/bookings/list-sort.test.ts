import { describe, expect, test } from 'vitest'
import { listQueryOf } from '../../../src/admin/bookings/list/list-query.ts'
import { sortField, sortHeaders } from '../../../src/admin/bookings/list/list-sort.ts'

describe('the order of the bookings list', () => {
  test.each<[string, string]>([
    ['', 'startsAt'],
    ['customer', 'customerSnapshot.name'],
    ['-customer', '-customerSnapshot.name'],
    ['-total', '-totals.total'],
    ['notes', 'startsAt'],
    ['toString', 'startsAt'],
  ])('asked for as "%s" is by %s', (asked, field) => {
    expect(sortField(asked, 'startsAt')).toBe(field)
  })

  test('is turned round by a second press, and the tab and filters stay', () => {
    const tabs = ['upcoming', 'past']
    const first = sortHeaders('/bookings', listQueryOf({ tab: 'past', q: 'lee' }, tabs))
    expect(first.when).toEqual({
      href: '/bookings?tab=past&q=lee&sort=when',
      direction: 'none',
    })

    const second = sortHeaders('/bookings', listQueryOf({ tab: 'past', sort: 'when' }, tabs))
    expect(second.when).toEqual({
      href: '/bookings?tab=past&sort=-when',
      direction: 'ascending',
    })
  })
})

test('what the framework writes into the address does not sort, and changes nothing', () => {
  const asked = { tab: 'not-assigned', sort: '-startsAt', limit: '10', depth: '1' }

  expect(listQueryOf(asked, ['not-assigned'])).toEqual(
    listQueryOf({ tab: 'not-assigned' }, ['not-assigned']),
  )
})
