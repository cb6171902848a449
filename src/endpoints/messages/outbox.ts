import type { PayloadRequest, Where } from 'payload'
import { queryOf } from '../query-of.ts'
import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import { actorOf, may } from '../../access/actor.ts'
import {
  type OutboxList,
  type OutboxMessage,
  outboxQuery,
} from '../../contracts/messages/outbox.ts'
import { countDeliveries } from '../../database/messages/count-deliveries.ts'
import { noBody } from '../../contracts/no-body.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { keptMessages, keysBySubject, outboxEntry } from '../../operations/messages/outbox-entry.ts'
import { retryDelivery } from '../../operations/messages/retry-delivery.ts'
import type { Delivery } from '../../payload-types.ts'
import { bodyOf } from '../body-of.ts'
import { idIn } from '../id-in.ts'

const headers = { 'Cache-Control': 'no-store' }

const assertMayRead = async (req: PayloadRequest): Promise<void> => {
  if (may(await actorOf(req), 'deliveries.view')) return
  throw new DomainError('not-allowed', 'You may not see messages.')
}

const readDelivery = async (req: PayloadRequest): Promise<Delivery> => {
  await assertMayRead(req)
  const { docs } = await req.payload.find({
    collection: 'deliveries',
    where: { id: { equals: idIn(req) } },
    limit: 1,
    depth: 0,
    req,
    overrideAccess: false,
  })
  const [delivery] = docs
  if (delivery) return delivery
  throw new DomainError('not-found', 'There is no such message.')
}

const readMessage = async (req: PayloadRequest): Promise<OutboxMessage> => {
  const delivery = await readDelivery(req)
  const kept = (await keptMessages(req, [delivery.key])).get(delivery.key)
  return {
    ...outboxEntry(delivery, kept),
    from: kept?.from ?? null,
    html: kept?.html ?? null,
    text: kept?.text ?? null,
    attachments: kept?.attachments ?? [],
  }
}

/** Where a search looks: address, event, number of the booking, subject. */
const searched = async (req: PayloadRequest, q: string): Promise<Where> => ({
  or: [
    ...['to', 'event', 'booking.number'].map((field) => ({ [field]: { like: q } })),
    { key: { in: await keysBySubject(req, q) } },
  ],
})

/** `GET /app/outbox[/:id]` and `POST /app/outbox/:id/retry`: the ledger, for staff. */
export const messagesEndpoints: ScopedEndpoint[] = [
  {
    path: '/app/outbox',
    method: 'get',
    custom: { scopes: ['deliveries:read'], query: outboxQuery },
    handler: async (req) => {
      await assertMayRead(req)
      const { channel, state, q, page } = queryOf(req, outboxQuery)
      const where: Where[] = [
        ...(channel ? [{ channel: { equals: channel } }] : []),
        ...(state ? [{ state: { equals: state } }] : []),
        ...(q ? [await searched(req, q)] : []),
      ]
      const found = await req.payload.find({
        collection: 'deliveries',
        where: { and: where },
        sort: ['-createdAt', '-id'],
        limit: 50,
        page,
        depth: 0,
        req,
        overrideAccess: false,
      })
      const kept = await keptMessages(
        req,
        found.docs.map(({ key }) => key),
      )
      const answer = {
        messages: found.docs.map((row) => outboxEntry(row, kept.get(row.key))),
        counts: await countDeliveries(req),
        page,
        totalPages: found.totalPages,
      } satisfies OutboxList
      return Response.json(answer, { headers })
    },
  },
  {
    path: '/app/outbox/:id',
    method: 'get',
    custom: { scopes: ['deliveries:read'] },
    handler: async (req) => Response.json({ message: await readMessage(req) }, { headers }),
  },
  {
    path: '/app/outbox/:id/retry',
    method: 'post',
    custom: { scopes: ['deliveries:write'], body: noBody },
    handler: async (req) => {
      await bodyOf(req, noBody)
      const { id } = outboxEntry(await readDelivery(req), undefined)
      await retryDelivery(req, { id })
      return Response.json({ message: await readMessage(req) }, { headers })
    },
  },
]
