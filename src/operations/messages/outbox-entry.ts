import type { PayloadRequest } from 'payload'
import type { OutboxEntry, OutboxMessage } from '../../contracts/messages/outbox.ts'
import type { Delivery } from '../../payload-types.ts'

export type Kept = Pick<OutboxMessage, 'attachments' | 'from' | 'html' | 'subject' | 'text'> & {
  deliveryKey: string
}

const bookingOf = ({ booking }: Delivery): string | null =>
  typeof booking === 'object' ? (booking?.id ?? null) : (booking ?? null)

/** A row of the ledger as the office reads it. */
export const outboxEntry = (row: Delivery, kept: Kept | undefined): OutboxEntry => ({
  id: row.id,
  channel: row.channel,
  event: row.event,
  to: row.to ?? null,
  subject: kept?.subject ?? null,
  state: row.state as OutboxEntry['state'],
  attempts: row.attempts ?? 0,
  error: row.error ?? null,
  provider: row.provider ?? null,
  booking: bookingOf(row),
  at: row.createdAt,
  sentAt: row.sentAt ?? null,
  notBefore: row.notBefore ?? null,
})

/** What the local integrations kept of these deliveries, by key; nothing where they are absent. */
export async function keptMessages(
  req: PayloadRequest,
  keys: string[],
): Promise<Map<string, Kept>> {
  const collection = 'outbox-messages'
  if (keys.length === 0 || !req.payload.collections[collection]) return new Map()
  const { docs } = await req.payload.find({
    collection,
    where: { deliveryKey: { in: keys } },
    pagination: false,
    depth: 0,
    req,
    overrideAccess: false,
  })
  return new Map((docs as unknown as Kept[]).map((kept) => [kept.deliveryKey, kept]))
}

/** Keys of the newest deliveries whose subject has `asked` in it; none where nothing is kept. */
export async function keysBySubject(req: PayloadRequest, asked: string): Promise<string[]> {
  const collection = 'outbox-messages'
  if (!req.payload.collections[collection]) return []
  const { docs } = await req.payload.find({
    collection,
    where: { subject: { like: asked } },
    select: { deliveryKey: true },
    sort: '-createdAt',
    limit: 500,
    depth: 0,
    req,
    overrideAccess: false,
  })
  return (docs as unknown as Kept[]).map(({ deliveryKey }) => deliveryKey)
}
