import type { PayloadRequest } from 'payload'
import { countTabs } from '../../../database/bookings/tab-queries.ts'
import { bookingTabs } from '../../../domain/bookings/tabs.ts'

export type TabView = {
  key: string
  label: string
  purpose: string
  /** None for the list of everything. */
  count?: number
  /** How many of them have waited too long for an answer. */
  late?: number
  /** Its bookings wait for the office. */
  hot: boolean
}

const everything: TabView = {
  key: 'all',
  label: 'All bookings',
  purpose: 'Every booking, the latest first.',
  hot: false,
}

/** The tabs as the panel shows them: the eight with their counts, then the list of everything. */
export const loadTabs = async (req: PayloadRequest): Promise<TabView[]> => {
  const counts = await countTabs(req)
  const eight = bookingTabs.map(({ key, label, purpose, isHot }) => ({
    key,
    label,
    purpose,
    count: counts[key],
    ...(key === 'pending-acceptance' && { late: counts.lateAnswers }),
    hot: isHot,
  }))
  return [...eight, everything]
}
