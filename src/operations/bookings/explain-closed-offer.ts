import type { PayloadRequest } from 'payload'
import { actorOf } from '../../access/actor.ts'
import { closedOffer } from '../../domain/bookings/offers.ts'
import { errorOf } from '../../domain/domain-error.ts'
import { offerIn } from '../../steps/bookings/booking-case.ts'
import { offersOf } from '../../steps/bookings/offers.ts'

/**
 * Tells a fieldworker who accepts too late what became of the offer. The caller holds the
 * booking's lock. Silent where the offer is open, and for whoever was never asked.
 * @throws {DomainError} transition-refused 409 with the offer's state
 */
export const explainClosedOffer = async (req: PayloadRequest, visit: string): Promise<void> => {
  const actor = await actorOf(req)
  if (actor.kind !== 'fieldworker' || !actor.fieldworker) return
  const offers = (await offersOf(req, visit)).map(offerIn)
  const closed = closedOffer(actor.fieldworker, { offers, now: Date.now() })
  if (closed) throw errorOf(closed.refusal, { offer: closed.state })
}
