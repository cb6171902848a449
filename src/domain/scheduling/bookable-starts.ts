import type { SlotSearch } from './slot-search.ts'
import { bookingWindow } from './booking-window.ts'
import { slotGrid } from './slot-grid.ts'

/** The starts of the grid that notice and horizon allow, whoever may be free. */
export const bookableStarts = ({
  service,
  from,
  to,
  timezone,
  now,
}: Pick<SlotSearch, 'service' | 'from' | 'to' | 'timezone' | 'now'>): number[] => {
  const { earliest, lastDate } = bookingWindow(service, { now, timezone })
  const grid = slotGrid({
    from,
    to: to < lastDate ? to : lastDate,
    timezone,
    intervalMinutes: service.slotIntervalMinutes,
  })
  return grid.filter((start) => start >= earliest)
}
