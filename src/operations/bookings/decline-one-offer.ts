import type { PayloadRequest } from 'payload'
import { type Actor, actorOf, may } from '../../access/actor.ts'
import type { Answer } from '../../contracts/bookings/appointments.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { lockBookingOf } from '../../database/locks.ts'
import { isOpenOffer } from '../../domain/bookings/states.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { idOf } from '../../domain/id-of.ts'
import { alternativesIn } from '../../steps/bookings/settle-offers.ts'
import { offersOf, updateOffer } from '../../steps/bookings/offers.ts'
import type { Appointment, AssignmentOffer } from '../../payload-types.ts'
import { announceBooking } from '../../steps/messages/announce-booking.ts'
import { findVisit } from './find-visit.ts'

/** The offer that is answered: a fieldworker's own, or of the person for whom the office answers. */
const offerAnswered = (
  actor: Actor,
  { open, body }: { open: AssignmentOffer[]; body: Answer },
): { offer: AssignmentOffer; isOwn: boolean } => {
  const isOwn = actor.kind === 'fieldworker'
  if (!isOwn && !may(actor, 'appointment.respond-on-behalf')) {
    throw new DomainError('not-allowed', 'You can’t answer for someone else.')
  }
  const person = isOwn ? actor.fieldworker : body.onBehalfOf
  const offer = open.find(({ fieldworker }) => idOf(fieldworker) === person)
  if (offer) return { offer, isOwn }
  const message = 'Several people were asked. Say for whom you answer.'
  throw new DomainError('invalid-input', message, { field: 'onBehalfOf' })
}

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
    const open = (await offersOf(req, id)).filter(isOpenOffer)
    if (open.length < 2) return null
    const visit = await findVisit(req, id)
    const { offer, isOwn } = offerAnswered(actor, { open, body })
    await updateOffer(req, offer.id, {
      state: 'declined',
      respondedAt: new Date().toISOString(),
      respondedBy: { kind: actor.kind, account: actor.id ?? null, name: actor.name },
      onBehalf: !isOwn,
      reason: body.reason ?? null,
      alternatives: alternativesIn(body, visit),
    })
    const fieldworker = idOf(offer.fieldworker)
    await announceBooking(req, {
      effect: 'visit-declined',
      bookingId: idOf(visit.booking) ?? '',
      appointmentIds: [id],
      formerly: fieldworker ? [{ appointment: id, fieldworker }] : [],
    })
    return visit
  })
