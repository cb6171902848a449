import { isLive } from '../../domain/bookings/states.ts'
import type { PayloadRequest } from 'payload'
import { actorOf } from '../../access/actor.ts'
import { acceptanceLifecycle } from '../../domain/bookings/acceptance-lifecycle.ts'
import type { AnswerSeveral } from '../../contracts/bookings/appointments.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { assertMayCommand } from '../../domain/bookings/commands.ts'
import { DomainError } from '../../domain/domain-error.ts'
import type { Appointment } from '../../payload-types.ts'
import { type AnswerVerb, answerVisit } from './answer-visit.ts'

const canBe = (verb: AnswerVerb, { acceptance }: Appointment) =>
  verb in acceptanceLifecycle.table[acceptance]

/**
 * The same answer for several visits of a booking, or for all that are open to it: all or none.
 * @throws {DomainError} not-signed-in, not-allowed, not-found, transition-refused, and what a single answer throws
 */
export const answerVisits = (
  req: PayloadRequest,
  { booking, verb, body }: { booking: string; verb: AnswerVerb; body: AnswerSeveral },
): Promise<Appointment[]> =>
  inTransaction(req, async () => {
    assertMayCommand(await actorOf(req), verb, 'appointments')
    const { docs } = await req.payload.find({
      collection: 'appointments',
      where: { booking: { equals: booking } },
      sort: 'start',
      pagination: false,
      depth: 0,
      req,
      overrideAccess: false,
    })
    const { ids, ...answer } = body
    const chosen =
      ids === 'all'
        ? docs.filter((visit) => isLive(visit) && canBe(verb, visit))
        : docs.filter((visit) => ids.includes(visit.id))
    if (ids !== 'all' && chosen.length < new Set(ids).size) {
      throw new DomainError('not-found', 'A visit does not belong to this booking.')
    }
    if (chosen.length === 0) {
      throw new DomainError('transition-refused', `No visit of this booking is open to ${verb}.`)
    }
    const answered: Appointment[] = []
    for (const { id } of chosen) answered.push(await answerVisit(req, { id, verb, body: answer }))
    return answered
  })
