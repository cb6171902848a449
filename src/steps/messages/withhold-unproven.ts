import type { PayloadRequest } from 'payload'
import { actorOf } from '../../access/actor.ts'
import { addressOf, countMail } from '../../database/messages/mailbox-counts.ts'
import type { DeliveryRow } from '../../domain/messages/events.ts'
import { capOf, isUnproven, overMailboxCap } from '../../domain/messages/mailbox-cap.ts'

/**
 * Marks what would be too much for one mailbox, of what strangers cause, as not to be sent. Their
 * booking stands, and the office sees the message and why it stayed here.
 */
export const withholdUnproven = async (
  req: PayloadRequest,
  rows: DeliveryRow[],
): Promise<DeliveryRow[]> => {
  const actor = await actorOf(req)
  const judged: DeliveryRow[] = []
  for (const row of rows) {
    const address = isUnproven(actor, row) ? await addressOf(req, row) : null
    const isTooMuch = address && !(await countMail(req, { address, most: capOf(row.event) }))
    judged.push(isTooMuch ? { ...row, withheld: overMailboxCap } : row)
  }
  return judged
}
