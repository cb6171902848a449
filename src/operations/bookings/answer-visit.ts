import type { PayloadRequest } from 'payload'
import type { Answer } from '../../contracts/bookings/appointments.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { lockBookingOf } from '../../database/locks.ts'
import type { Appointment } from '../../payload-types.ts'
import { commandVisit } from './command-visit.ts'
import { declineOneOffer } from './decline-one-offer.ts'
import { explainClosedOffer } from './explain-closed-offer.ts'

export type AnswerVerb = 'accept' | 'decline' | 'pend'

const answers = { accept: 'accepted', decline: 'declined', pend: 'pending' } as const

/**
 * Accepts, declines or reopens a visit, by the fieldworker or on behalf. Where a
 * broadcast asked several, a "no" closes only the one offer; the first "yes" has the visit.
 * @throws {DomainError} transition-refused, not-allowed, slot-taken, invalid-input
 */
export const answerVisit = (
  req: PayloadRequest,
  { id, verb, body }: { id: string; verb: AnswerVerb; body: Answer },
): Promise<Appointment> =>
  inTransaction(req, async () => {
    if (verb === 'decline') {
      const declined = await declineOneOffer(req, { id, body })
      if (declined) return declined
    }
    if (verb === 'accept') {
      await lockBookingOf(req, 'appointments', id)
      await explainClosedOffer(req, id)
    }
    return commandVisit(req, {
      id,
      data: { acceptance: answers[verb] },
      command: { ...body, name: verb },
    })
  })
