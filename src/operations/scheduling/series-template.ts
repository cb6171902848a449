import type { PayloadRequest } from 'payload'
import { actorOf, may } from '../../access/actor.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { visitsOf } from '../../hooks/bookings/visits-of.ts'
import type { Appointment, Booking, BookingLine } from '../../payload-types.ts'

export type SeriesTemplate = {
  booking: Booking
  lines: BookingLine[]
  /** Those that are still ahead or under way, in order of time. */
  visits: Appointment[]
  timezone: string
}

const refuse = (code: string, status: number, message: string) =>
  new DomainError(code, message, { status, field: 'booking' })

const assertMayRepeat = async (req: PayloadRequest): Promise<void> => {
  const actor = await actorOf(req)
  if (actor.kind === 'anonymous') throw refuse('not-signed-in', 401, 'Sign in first.')
  if (actor.kind === 'customer') {
    const portal = await req.payload.findGlobal({
      slug: 'portal-settings',
      depth: 0,
      req,
      overrideAccess: true,
    })
    if (portal.customersMayRepeat === true) return
    throw refuse('feature-off', 403, 'Repeating visits cannot be booked online. Please call us.')
  }
  const isOffice = actor.kind === 'staff' || actor.kind === 'api-key'
  if (isOffice && may(actor, 'booking.create')) return
  throw refuse('not-allowed', 403, 'You may not make bookings.')
}

/**
 * The booking that a series repeats, as its caller may see it (RC-01…03).
 * @throws {DomainError} not-found, not-allowed, feature-off, transition-refused
 */
export const seriesTemplate = async (req: PayloadRequest, id: string): Promise<SeriesTemplate> => {
  await assertMayRepeat(req)
  const booking = await req.payload.findByID({
    collection: 'bookings',
    id,
    depth: 0,
    joins: false,
    disableErrors: true,
    req,
    overrideAccess: false,
  })
  if (!booking) throw refuse('not-found', 404, 'There is no such booking.')
  if (booking.status !== 'pending' && booking.status !== 'confirmed') {
    throw refuse('transition-refused', 409, 'The booking has ended; repeat one that is open.')
  }
  if (booking.series) {
    throw refuse('transition-refused', 409, 'The booking is part of a series already.')
  }
  const { docs } = await req.payload.find({
    collection: 'booking-lines',
    // A line of none was taken off the booking.
    where: { and: [{ booking: { equals: id } }, { quantity: { not_equals: 0 } }] },
    sort: 'createdAt',
    pagination: false,
    depth: 0,
    req,
    overrideAccess: true,
  })
  const visits = (await visitsOf(req, id)).filter(
    ({ status }) => status === 'pending' || status === 'confirmed',
  )
  if (visits.length === 0) throw refuse('transition-refused', 409, 'The booking has no visits.')
  return { booking, lines: docs, visits, timezone: booking.timezone ?? 'UTC' }
}
