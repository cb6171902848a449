import type { PayloadRequest } from 'payload'
import { actorOf } from '../../access/actor.ts'
import { addressOf, countMail } from '../../database/messages/mailbox-counts.ts'
import type { DeliveryRow } from '../../domain/messages/events.ts'
import { capOf, isUnproven, overMailboxCap } from '../../domain/messages/mailbox-cap.ts'

/** Where the customer's messages about a booking go, by its id, as far as it has been read. */
export type KnownAddresses = ReadonlyMap<string, string | null>

const addressFor = async (
  req: PayloadRequest,
  { row, known }: { row: DeliveryRow; known: KnownAddresses },
): Promise<string | null> => {
  const found = row.recipientKind === 'customer' ? known.get(row.booking ?? '') : undefined
  return found === undefined ? addressOf(req, row) : found
}

/**
 * Marks what would be too much for one mailbox, of what strangers cause, as not to be sent. Their
 * booking stands, and the office sees the message and why it stayed here.
 */
export const withholdUnproven = async (
  req: PayloadRequest,
  rows: DeliveryRow[],
  known: KnownAddresses = new Map(),
): Promise<DeliveryRow[]> => {
  const actor = await actorOf(req)
  const judged: DeliveryRow[] = []
  for (const row of rows) {
    const address = isUnproven(actor, row) ? await addressFor(req, { row, known }) : null
    const counted = { message: row.key, most: capOf(row.event) }
    const isTooMuch = address && !(await countMail(req, { address, ...counted }))
    judged.push(isTooMuch ? { ...row, withheld: overMailboxCap } : row)
  }
  return judged
}
