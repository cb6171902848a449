import type { PayloadRequest } from 'payload'
import { actorOf, may } from '../../access/actor.ts'
import type { AcceptAlternative } from '../../contracts/bookings/appointments.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { lockBookingOf } from '../../database/locks.ts'
import { moveVerbOf } from '../../domain/bookings/states.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { idOf } from '../../domain/id-of.ts'
import type { Appointment } from '../../payload-types.ts'
import { answerVisit } from './answer-visit.ts'
import { moveVisit } from './move-visit.ts'
import { offerFor } from './offer-for.ts'

type Proposed = { start: string; end: string }

const refuse = (message: string, field: string) =>
  new DomainError('invalid-input', message, { field })

/**
 * Takes a time that a fieldworker proposed when declining: the visit moves there, is theirs and
 * counts as accepted. All in one transaction.
 * @throws {DomainError} not-allowed, invalid-input, slot-taken, transition-refused, not-found
 */
export const acceptAlternative = async (
  req: PayloadRequest,
  { id, body }: { id: string; body: AcceptAlternative },
): Promise<Appointment> => {
  const actor = await actorOf(req)
  if (!may(actor, 'appointment.respond-on-behalf') || !may(actor, 'booking.reschedule')) {
    throw new DomainError('not-allowed', 'You can’t answer for someone else.')
  }
  return inTransaction(req, async () => {
    await lockBookingOf(req, 'appointments', id)
    const offer = await offerFor(req, body.offer)
    if (!offer || idOf(offer.appointment) !== id || offer.state !== 'declined') {
      throw refuse('There is no such proposal for this visit.', 'offer')
    }
    const proposed = ((offer.alternatives ?? []) as Proposed[]).find(
      ({ start }) => Date.parse(start) === Date.parse(body.start),
    )
    if (!proposed) throw refuse('The fieldworker did not propose this time.', 'start')
    const fieldworker = idOf(offer.fieldworker) ?? ''
    const visit = await req.payload.findByID({
      collection: 'appointments',
      id,
      depth: 0,
      req,
      overrideAccess: false,
    })
    const { offer: _offer, start: _start, ...rest } = body
    const moved = await moveVisit(req, {
      id,
      verb: moveVerbOf(visit),
      body: { ...proposed, fieldworker, ...rest },
    })
    if (moved.acceptance !== 'pending') return moved
    const answer = { onBehalfOf: fieldworker, reason: 'A time they proposed themselves.' }
    return answerVisit(req, { id: moved.id, verb: 'accept', body: answer })
  })
}
