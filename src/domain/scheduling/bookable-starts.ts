import type { SlotSearch } from './slot-rules.ts'
import { addDays, localDateOf } from './local-time.ts'
import { slotGrid } from './slot-grid.ts'

const minuteMs = 60_000

/** The starts of the grid that notice and horizon allow, whoever may be free. */
export const bookableStarts = ({
  service,
  from,
  to,
  timezone,
  now,
}: Pick<SlotSearch, 'service' | 'from' | 'to' | 'timezone' | 'now'>): number[] => {
  const lastDate = addDays(localDateOf(now, timezone), service.horizonDays)
  const grid = slotGrid({
    from,
    to: to < lastDate ? to : lastDate,
    timezone,
    intervalMinutes: service.slotIntervalMinutes,
  })
  const earliest = now + service.noticeMinutes * minuteMs
  return grid.filter((start) => start >= earliest)
}
