import type { PayloadRequest, Where } from 'payload'
import { HistoryPanel } from '../bookings/page/history-panel.tsx'
import { loadActs } from '../bookings/page/load-history.ts'
import { loadCompany } from '../ui/load-company.ts'

type RecordHistoryProps = {
  req: PayloadRequest
  /** Slug of the collection or global. */
  type: string
  /** Id of the record; of a global, its slug. */
  id: string
}

/** Who changed one record, newest first; for readers with `audit.view`. */
export const RecordHistory = async ({ req, type, id }: RecordHistoryProps) => {
  const { currency, timezone: zone } = await loadCompany(req)
  const where: Where = { and: [{ subjectType: { equals: type } }, { subjectId: { equals: id } }] }
  const acts = await loadActs(req, where, { currency, zone, showPrices: true })
  return <HistoryPanel acts={acts} zone={zone} />
}
