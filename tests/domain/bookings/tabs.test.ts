import { expect, test } from 'vitest'
import { bookingTabs, urgentTabs } from '../../../src/domain/bookings/tabs.ts'

test('every tab that waits for the office has its place among the urgent ones', () => {
  const hot = bookingTabs.filter(({ isHot }) => isHot).map(({ key }) => key)

  expect(urgentTabs.toSorted()).toEqual(hot.toSorted())
})
