import type { PayloadRequest } from 'payload'
import type { Actor } from '../../access/actor.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { idOf } from '../../domain/id-of.ts'
import type { Booking } from '../../payload-types.ts'
import type { FoundLink } from './redeem-link.ts'

/** A booking that moved is meant at its newest time. */
const newest = async (req: PayloadRequest, id: string): Promise<Booking | null> => {
  const booking = await req.payload.findByID({
    collection: 'bookings',
    id,
    depth: 0,
    disableErrors: true,
    req,
    overrideAccess: true,
  })
  const next = idOf(booking?.rescheduledTo)
  const moved = next ? await newest(req, next) : null
  const isTheirs = idOf(moved?.customer) === idOf(booking?.customer)
  return moved && isTheirs ? moved : booking
}

/**
 * Lets the request act for the customer of the link's booking, with no more than a link may do.
 * @throws {DomainError} link-expired when the booking is gone
 */
export const actAsLink = async (req: PayloadRequest, link: FoundLink): Promise<Booking> => {
  const booking = await newest(req, link.subjectId)
  const customer = idOf(booking?.customer)
  if (!booking || !customer) {
    throw new DomainError('link-expired', 'This booking is no longer here.')
  }
  const actor: Actor = {
    kind: 'link',
    name: booking.customerSnapshot?.name ?? 'Customer',
    customer,
    permissions: new Set(),
  }
  req.context = { ...req.context, actor, channel: 'link' }
  return booking
}
