import type { PayloadRequest } from 'payload'
import { firstInTabs } from '../../database/bookings/tab-queries.ts'
import type { TabKey } from '../../domain/bookings/tabs.ts'
import type { BookingRow } from '../bookings/list/booking-row.ts'
import { loadRows } from '../bookings/list/load-rows.ts'

/** Bookings that a card shows. */
const shown = 4

/** The most pressing bookings of each tab, all read together. */
export const loadNeeds = async (
  req: PayloadRequest,
  keys: readonly TabKey[],
): Promise<Partial<Record<TabKey, BookingRow[]>>> => {
  const ids = await firstInTabs(req, { keys, limit: shown })
  const all = [...new Set(Object.values(ids).flat())]
  if (all.length === 0) return {}
  const { rows } = await loadRows({
    req,
    where: { id: { in: all } },
    sort: 'startsAt',
    limit: all.length,
  })
  return Object.fromEntries(
    keys.map((key) => [key, rows.filter(({ id }) => ids[key]?.includes(id))]),
  )
}
