import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import { isOpenToAnswers } from '../../domain/bookings/gates.ts'
import { announceMove } from '../../operations/messages/announce-move.ts'
import type { Appointment } from '../../payload-types.ts'
import { actingIn } from '../acting.ts'
import { idOf } from '../id-of.ts'
import { commandIn } from '../take-command.ts'
import { bookingOf } from './booking-of.ts'
import { changeVisit } from './change-visit.ts'
import { collectOverrides } from './collect-overrides.ts'
import { landVisits } from './land-visits.ts'

const succeed = async (
  req: PayloadRequest,
  data: Partial<Appointment>,
  visit: Appointment,
): Promise<Appointment> => {
  const command = commandIn(data)
  const actor = await actingIn(req, command)
  const booking = await bookingOf(req, visit)
  const { to = {} } = command
  const move = {
    visit,
    start: to.start ?? visit.start,
    end: to.end ?? visit.end,
    ...(to.fieldworker !== undefined && { fieldworker: to.fieldworker }),
  }
  const awaitsApproval = !isOpenToAnswers(booking.gates ?? {})
  const { onOverride, said } = collectOverrides()
  const context = { booking, actor, command, onOverride, awaitsApproval }
  const [landing] = await landVisits(req, [move], context)
  const { visit: _visit, ...landed } = landing ?? move
  return req.payload.create({
    collection: 'appointments',
    data: {
      ...landed,
      booking: booking.id,
      line: idOf(visit.line),
      service: idOf(visit.service),
      timezone: visit.timezone,
      address: idOf(visit.address),
      location: idOf(visit.location),
      status: booking.status,
      progress: 'not_started',
      duties: visit.duties,
      replaces: visit.id,
      command: { ...command, as: 'caller', ...said() },
    } as never,
    depth: 0,
    req,
    overrideAccess: true,
  })
}

/**
 * Record: a rescheduled visit gets its successor under the same line, linked both ways, and
 * everybody concerned is told once of the new time (RS-06, RS-08).
 */
export const recordMove: CollectionAfterChangeHook<Appointment> = async ({
  data,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const { name, as } = commandIn(data)
  if (operation !== 'update' || as || (name !== 'retime' && name !== 'reschedule')) return doc
  const before = { ...previousDoc, id: doc.id } as Appointment
  const bookingId = idOf(data.booking) ?? ''
  if (name === 'retime') {
    await announceMove(req, { bookingId, moves: [{ before, after: doc.id }] })
    return doc
  }
  const successor = await succeed(req, data, before)
  const command = { name: 'link-move' }
  await changeVisit({ req, id: doc.id, data: { replacedBy: successor.id }, command })
  await announceMove(req, { bookingId, moves: [{ before, after: successor.id }] })
  return doc
}
