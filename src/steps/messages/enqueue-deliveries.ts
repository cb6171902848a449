import type { PayloadRequest } from 'payload'
import { insertDeliveries } from '../../database/messages/deliveries.ts'
import { takeBackDeliveries } from '../../database/messages/held-deliveries.ts'
import type { DeliveryRow, NotificationRow } from '../../domain/messages/events.ts'
import { queueDeliveries } from './queue-deliveries.ts'
import { undoWindowOf } from './undo-window.ts'
import { type KnownAddresses, withholdUnproven } from './withhold-unproven.ts'

const held = (row: DeliveryRow, seconds: number): DeliveryRow => {
  const until = new Date(Date.now() + seconds * 1000).toISOString()
  return { ...row, notBefore: row.notBefore && row.notBefore > until ? row.notBefore : until }
}

/** Nobody has heard of what is taken back, so nobody need hear that it was; calendars follow. */
const withoutNotices = async (req: PayloadRequest, rows: DeliveryRow[]): Promise<DeliveryRow[]> => {
  const bookings = [...new Set(rows.flatMap(({ booking }) => booking ?? []))]
  const isUntold = await takeBackDeliveries(req, bookings)
  return isUntold ? rows.filter(({ channel }) => channel === 'calendar') : rows
}

/**
 * Queues effects in the request's transaction: rows of the ledger by one statement and a job for
 * each, with the entries of in-app lists. A key that was queued before is left alone. Messages wait
 * for the undo window where the caller asked for one.
 */
export async function enqueueDeliveries(
  req: PayloadRequest,
  rows: DeliveryRow[],
  notifications: NotificationRow[] = [],
  addresses?: KnownAddresses,
): Promise<void> {
  const undo = await undoWindowOf(req)
  const seconds = typeof undo === 'number' ? undo : 0
  const due =
    undo === 'take-back'
      ? await withoutNotices(req, rows)
      : rows.map((row) => (seconds > 0 ? held(row, seconds) : row))
  const judged = await withholdUnproven(req, due, addresses)
  const added = await insertDeliveries(req, judged, { notifications, isHeld: seconds > 0 })
  await queueDeliveries(req, added, { startAfter: seconds > 0 ? seconds + 1 : undefined })
}

/** Queues one effect; see `enqueueDeliveries`. */
export const enqueueDelivery = (req: PayloadRequest, row: DeliveryRow): Promise<void> =>
  enqueueDeliveries(req, [row])
