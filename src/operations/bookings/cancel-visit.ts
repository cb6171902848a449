import type { PayloadRequest } from 'payload'
import type { Remove } from '../../contracts/bookings/booking-lines.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { lockBookingOf } from '../../database/locks.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { idOf } from '../../domain/id-of.ts'
import type { Appointment } from '../../payload-types.ts'
import { announceVisits } from '../../steps/messages/announce-visits.ts'
import { assertFresh } from './assert-fresh.ts'
import { commandVisit } from './command-visit.ts'

/**
 * Takes one visit of several out of a booking, with a reason; its time becomes free and whoever had
 * it is told. The last one goes with its booking.
 * @throws {DomainError} transition-refused, stale-version, not-allowed, not-found
 */
export const cancelVisit = (
  req: PayloadRequest,
  { id, body }: { id: string; body: Remove },
): Promise<Appointment> =>
  inTransaction(req, async () => {
    await lockBookingOf(req, 'appointments', id)
    const visit = await req.payload.findByID({
      collection: 'appointments',
      id,
      depth: 0,
      disableErrors: true,
      req,
      overrideAccess: false,
    })
    if (!visit) throw new DomainError('not-found', 'There is no such visit.')
    assertFresh(visit, body.version)
    const command = { name: 'cancel' as const, reason: body.reason }
    const cancelled = await commandVisit(req, { id, data: { status: 'cancelled' }, command })
    await announceVisits(req, { booking: idOf(visit.booking) ?? '', visits: [id] })
    return cancelled
  })
