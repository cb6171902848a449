import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import type { Delivery } from '../../../payload-types.ts'
import { teamWord } from '../../ui/team-word.ts'

export type MessageView = {
  id: string
  event: string
  channel: string
  /** Whom it is for, by name where the reader may know it. */
  to: string
  /** The mailbox or number. */
  address: string
  state: string
  at: string
}

const recipientIn = ({ payload }: Delivery): string => {
  const { recipient } = (payload ?? {}) as { recipient?: unknown }
  return typeof recipient === 'string' ? recipient : ''
}

const namesOf = async (
  req: PayloadRequest,
  slug: CollectionSlug,
  ids: string[],
): Promise<[string, string][]> => {
  const isOpen = await req.payload.collections[slug].config.access.read({ req })
  if (ids.length === 0 || !isOpen) return []
  const { docs } = await req.payload.find({
    ...{ collection: slug, where: { id: { in: ids } }, pagination: false, depth: 0 },
    ...{ overrideAccess: false, req },
  })
  return (docs as unknown as { id: string; name?: string }[]).map(({ id, name }) => [
    id,
    name ?? '',
  ])
}

const kinds: Record<string, string> = {
  account: 'an account',
  calendar: 'a calendar',
  customer: 'the customer',
  staff: 'the office',
}

/** The latest messages about one customer's work, newest first. */
export const loadMessages = async (
  req: PayloadRequest,
  { where, customer }: { where: Where; customer: { name: string } },
): Promise<MessageView[]> => {
  const { docs } = await req.payload.find({
    collection: 'deliveries',
    where,
    ...{ sort: '-createdAt', limit: 12, depth: 0 },
    ...{ overrideAccess: false, req },
  })
  const idsOf = (...of: string[]) => [
    ...new Set(
      docs
        .filter(({ recipientKind }) => of.includes(recipientKind ?? ''))
        .map(recipientIn)
        .filter(Boolean),
    ),
  ]
  const [people, staff] = await Promise.all([
    namesOf(req, 'fieldworkers', idsOf('fieldworker', 'calendar')),
    namesOf(req, 'users', idsOf('staff', 'account')),
  ])
  const names = new Map([...people, ...staff])
  return docs.map((delivery) => {
    const { recipientKind: kind, to } = delivery
    const isCustomer = kind === 'customer'
    const address = kind === 'calendar' ? '' : (to ?? '')
    const name = isCustomer ? customer.name : names.get(recipientIn(delivery))
    return {
      ...{ id: delivery.id, event: delivery.event, channel: delivery.channel, address },
      ...{ state: delivery.state ?? '', at: delivery.sentAt ?? delivery.createdAt },
      to:
        name ||
        address ||
        (kind === 'fieldworker' ? teamWord().indefinite : (kinds[kind ?? ''] ?? 'somebody')),
    }
  })
}
