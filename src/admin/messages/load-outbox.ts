import type { CollectionSlug, PayloadRequest } from 'payload'

export type OutboxAttachment = { name: string; type: string; text: string }

export type OutboxMessage = {
  id: string
  channel: string
  to: string
  from: string
  subject: string
  html: string
  text: string
  at: string
  attachments: OutboxAttachment[]
}

type Doc = Record<string, unknown>
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const readAttachment = (given: unknown): OutboxAttachment => {
  const attachment = (given ?? {}) as Doc
  return {
    name: text(attachment.filename) || text(attachment.name) || 'attachment',
    type: text(attachment.contentType) || text(attachment.type),
    text: text(attachment.content) || text(attachment.text),
  }
}

const readMessage = (message: Doc): OutboxMessage => ({
  id: text(message.id),
  channel: text(message.channel),
  to: text(message.to),
  from: text(message.from),
  subject: text(message.subject),
  html: text(message.html),
  text: text(message.text),
  at: text(message.createdAt),
  attachments: Array.isArray(message.attachments) ? message.attachments.map(readAttachment) : [],
})

/**
 * The hundred newest local messages, of those with `asked` in them; none where the local
 * integrations are not installed.
 */
export const loadOutbox = async (req: PayloadRequest, asked: string): Promise<OutboxMessage[]> => {
  const where = { or: ['to', 'subject', 'text'].map((field) => ({ [field]: { contains: asked } })) }
  const slug = 'outbox-messages' as CollectionSlug
  if (!req.payload.collections[slug]) return []
  const { docs } = await req.payload.find({
    collection: slug,
    ...(asked && { where }),
    sort: '-createdAt',
    limit: 100,
    depth: 0,
    overrideAccess: false,
    req,
  })
  return (docs as unknown as Doc[]).map(readMessage)
}
