import type { PayloadRequest } from 'payload'
import { actorOf } from '../../access/actor.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { idOf } from '../../domain/id-of.ts'
import { offersOf } from '../../steps/bookings/offers.ts'
import type { AssignmentOffer } from '../../payload-types.ts'

const words: Record<AssignmentOffer['state'], string> = {
  pending: 'The time to answer this offer is over. Ask the office whether you can still have it.',
  accepted: 'You have accepted this visit already.',
  declined: 'You have declined this visit. Ask the office whether you can still have it.',
  withdrawn: 'The office has withdrawn this offer; the visit changed or went to somebody else.',
  superseded: 'Somebody else accepted this visit first.',
  expired: 'The time to answer this offer is over. Ask the office whether you can still have it.',
}

/** Whether an offer still waits for an answer of its own person. */
export const isAnswerable = ({ state, respondBy }: AssignmentOffer, now: number): boolean =>
  state === 'pending' && (!respondBy || Date.parse(respondBy) > now)

/**
 * Tells a fieldworker who accepts too late what became of the offer (NF-06). The caller holds the
 * booking's lock. Silent where the offer is open, and for whoever was never asked.
 * @throws {DomainError} transition-refused 409 with the offer's state
 */
export const explainClosedOffer = async (req: PayloadRequest, visit: string): Promise<void> => {
  const actor = await actorOf(req)
  if (actor.kind !== 'fieldworker' || !actor.fieldworker) return
  const own = (await offersOf(req, visit)).filter(
    ({ fieldworker }) => idOf(fieldworker) === actor.fieldworker,
  )
  const last = own.at(-1)
  if (!last || own.some((offer) => isAnswerable(offer, Date.now()))) return
  throw new DomainError('transition-refused', words[last.state], {
    status: 409,
    details: { offer: last.state === 'pending' ? 'expired' : last.state },
  })
}
