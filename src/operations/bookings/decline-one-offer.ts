import type { PayloadRequest } from 'payload'
import { actorOf, may } from '../../access/actor.ts'
import type { Answer } from '../../contracts/bookings/appointments.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { lockBookingOf } from '../../database/locks.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { idOf } from '../../domain/id-of.ts'
import { alternativesIn } from '../../steps/bookings/settle-offers.ts'
import { offersOf, updateOffer } from '../../steps/bookings/offers.ts'
import type { Appointment } from '../../payload-types.ts'
import { announceBooking } from '../../steps/messages/announce-booking.ts'

/**
 * Closes one person's offer where others are still asked; the visit goes on waiting for them.
 * Returns null where it was the only open offer, so that the visit itself is declined.
 * @throws {DomainError} not-found, not-allowed, invalid-input
 */
export const declineOneOffer = (
  req: PayloadRequest,
  { id, body }: { id: string; body: Answer },
): Promise<Appointment | null> =>
  inTransaction(req, async () => {
    await lockBookingOf(req, 'appointments', id)
    const actor = await actorOf(req)
    const open = (await offersOf(req, id)).filter(({ state }) => state === 'pending')
    if (open.length < 2) return null
    const visit = await req.payload.findByID({
      collection: 'appointments',
      id,
      depth: 0,
      disableErrors: true,
      req,
      overrideAccess: false,
    })
    if (!visit) throw new DomainError('not-found', 'There is no such visit.')
    const isOwn = actor.kind === 'fieldworker'
    const person = isOwn ? actor.fieldworker : body.onBehalfOf
    if (!isOwn && !may(actor, 'appointment.respond-on-behalf')) {
      throw new DomainError('not-allowed', 'You may not answer for somebody else.')
    }
    const offer = open.find(({ fieldworker }) => idOf(fieldworker) === person)
    if (!offer) {
      throw new DomainError(
        'invalid-input',
        'Several people were asked. Say for whom you answer.',
        {
          field: 'onBehalfOf',
        },
      )
    }
    await updateOffer(req, offer.id, {
      state: 'declined',
      respondedAt: new Date().toISOString(),
      respondedBy: { kind: actor.kind, account: actor.id ?? null, name: actor.name },
      onBehalf: !isOwn,
      reason: body.reason ?? null,
      alternatives: alternativesIn(body, visit),
    })
    await announceBooking(req, {
      effect: 'visit-declined',
      bookingId: idOf(visit.booking) ?? '',
      appointmentIds: [id],
      formerly: person ? [{ appointment: id, fieldworker: person }] : [],
    })
    return visit
  })
