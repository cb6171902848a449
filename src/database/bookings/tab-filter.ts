import type { PayloadRequest, Where } from 'payload'
import { columnsOfTab } from './tab-conditions.ts'
import { bookingsInTab } from './tab-queries.ts'
import { bookingTabs } from '../../domain/bookings/tabs.ts'

/** The filter and order of a tab; an unknown tab is all bookings. Its time is the present. */
export const tabFilter = async (
  req: PayloadRequest,
  key: string,
): Promise<{ where: Where; sort: string }> => {
  const tab = bookingTabs.find((one) => one.key === key)
  if (!tab) return { where: {}, sort: '-startsAt' }
  const where = columnsOfTab(tab.key, new Date().toISOString())
  if (where) return { where, sort: tab.sort }
  const ids = await bookingsInTab(req, tab.key)
  return { where: { id: { in: ids } }, sort: tab.sort }
}
