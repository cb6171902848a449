import type { PayloadRequest } from 'payload'

export type MessageView = {
  id: string
  event: string
  channel: string
  to: string
  state: string
  at: string
}

type Doc = Record<string, unknown>
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The messages of a booking, newest first; none for readers without the right to see deliveries. */
export const loadMessages = async (
  req: PayloadRequest,
  booking: string,
): Promise<MessageView[]> => {
  const { docs } = await req.payload.find({
    collection: 'deliveries',
    where: { booking: { equals: booking } },
    sort: '-createdAt',
    limit: 12,
    depth: 0,
    overrideAccess: false,
    req,
  })
  return (docs as unknown as Doc[]).map((delivery) => ({
    id: text(delivery.id),
    event: text(delivery.event),
    channel: text(delivery.channel),
    to: text(delivery.to) || text(delivery.recipientKind),
    state: text(delivery.state),
    at: text(delivery.sentAt) || text(delivery.createdAt),
  }))
}
