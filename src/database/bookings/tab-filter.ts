import { awaitedApprovals, doneStatuses, liveStatuses } from '../../domain/bookings/states.ts'
import type { PayloadRequest, Where } from 'payload'
import { bookingsInTab } from './tab-queries.ts'
import { bookingTabs, type TabKey } from '../../domain/bookings/tabs.ts'

const live: Where = { status: { in: [...liveStatuses] } }

const byColumns = (key: TabKey, now: string): Where | null => {
  switch (key) {
    case 'upcoming':
      return { and: [live, { endsAt: { greater_than: now } }] }
    case 'past':
      return {
        or: [
          { status: { in: [...doneStatuses] } },
          { and: [{ status: { equals: 'confirmed' } }, { endsAt: { less_than_equal: now } }] },
        ],
      }
    case 'pending-approval':
      return { and: [live, { 'gates.approval': { in: [...awaitedApprovals] } }] }
    case 'pending-confirmation':
      return {
        and: [
          live,
          {
            or: [{ 'gates.customer': { equals: 'open' } }, { 'gates.deposit': { equals: 'open' } }],
          },
        ],
      }
    default:
      return null
  }
}

/** The filter and order of a tab; an unknown tab is all bookings. Its time is the present. */
export const tabFilter = async (
  req: PayloadRequest,
  key: string,
): Promise<{ where: Where; sort: string }> => {
  const tab = bookingTabs.find((one) => one.key === key)
  if (!tab) return { where: {}, sort: '-startsAt' }
  const where = byColumns(tab.key, new Date().toISOString())
  if (where) return { where, sort: tab.sort }
  const ids = await bookingsInTab(req, tab.key)
  return { where: { id: { in: ids } }, sort: tab.sort }
}
