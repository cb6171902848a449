import type { PayloadRequest } from 'payload'
import { type Actor, actorOf, may } from '../../access/actor.ts'
import type { InTheWay } from '../../database/scheduling/occupancies.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { idOf } from '../../domain/id-of.ts'

const isTheirs = (actor: Actor, row: InTheWay) =>
  actor.fieldworker !== undefined && actor.fieldworker === row.fieldworker

/**
 * The refusal of a time in which somebody has other work: it names the booking to the office and
 * to the person whose work it is, and to nobody else.
 */
export const slotTakenBy = async (req: PayloadRequest, row: InTheWay): Promise<DomainError> => {
  const refused = (message: string, details?: object) =>
    new DomainError('slot-taken', message, { field: 'start', details })
  const actor = await actorOf(req)
  const isKnown = isTheirs(actor, row) || may(actor, 'booking.view-all')
  if (!isKnown || !row.appointment) return refused('The fieldworker already has work at this time.')
  const { booking } = await req.payload.findByID({
    collection: 'appointments',
    id: row.appointment,
    depth: 0,
    req,
    overrideAccess: true,
  })
  const { id, number } = await req.payload.findByID({
    collection: 'bookings',
    id: idOf(booking) ?? '',
    depth: 0,
    joins: false,
    trash: true,
    req,
    overrideAccess: true,
  })
  const who = isTheirs(actor, row) ? 'You already have' : 'The fieldworker already has'
  return refused(`${who} booking ${number} at this time.`, {
    booking: { id, number },
    appointment: row.appointment,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
  })
}
