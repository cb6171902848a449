import type { PayloadRequest, Where } from 'payload'
import { type Actor, may } from '../../../access/actor.ts'
import { loadActs } from '../../bookings/page/load-history.ts'
import type { HistoryView } from '../../bookings/page/history-view.ts'
import { loadMessages, type MessageView } from '../../bookings/page/load-messages.ts'
import { related } from '../../ui/related.ts'
import type { CustomerView } from './load-customer.ts'

export type CommentView = {
  id: string
  at: string
  author: string
  body: string
  booking: { id: string; number: string } | undefined
}

type Asked = { actor: Actor; customer: CustomerView }

/** The latest messages about the customer’s bookings and account; none without the right to see any. */
export const messagesWith = async (
  req: PayloadRequest,
  { actor, customer }: Asked,
): Promise<MessageView[]> => {
  if (!may(actor, 'deliveries.view')) return []
  const { id } = customer
  const own: Where = {
    and: [{ subjectType: { equals: 'customers' } }, { subjectId: { equals: id } }],
  }
  const where: Where = {
    and: [
      { or: [{ 'booking.customer': { equals: id } }, own] },
      { recipientKind: { in: ['customer', 'account'] } },
    ],
  }
  return loadMessages(req, { where, customer })
}

/** The latest comments on the customer’s bookings; none for readers who see no comments. */
export const commentsAbout = async (
  req: PayloadRequest,
  { actor, customer }: Asked,
): Promise<CommentView[]> => {
  if (!may(actor, 'comment.internal')) return []
  const { docs } = await req.payload.find({
    collection: 'comments',
    where: { 'booking.customer': { equals: customer.id } },
    populate: { bookings: { number: true } },
    ...{ sort: '-createdAt', limit: 10, pagination: false, depth: 1 },
    ...{ overrideAccess: false, req },
  })
  return docs.map(({ id, createdAt, author, body, booking }) => {
    const known = related(booking)
    return {
      ...{ id, at: createdAt, body, author: author?.name || 'Someone' },
      booking: known && { id: known.id, number: known.number ?? '' },
    }
  })
}

/** What was changed in the customer’s records, newest first; none without the right to read it. */
export const historyOf = async (
  req: PayloadRequest,
  { actor, customer, ...shown }: Asked & { currency: string; zone: string },
): Promise<HistoryView[]> => {
  if (!may(actor, 'audit.view')) return []
  const { addresses, contacts, properties } = customer
  const of = (slug: string, ids: string[]): Where => ({
    and: [{ subjectType: { equals: slug } }, { subjectId: { in: ids } }],
  })
  const records = Object.entries({ addresses, contacts, properties })
    .map(([slug, views]) => [slug, views.map(({ id }) => id)] as const)
    .filter(([, ids]) => ids.length > 0)
  const where: Where = {
    or: [of('customers', [customer.id]), ...records.map(([slug, ids]) => of(slug, ids))],
  }
  return loadActs(req, where, { ...shown, showPrices: false })
}
