import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import { awaitsApproval } from '../../../domain/bookings/states.ts'
import { announceMoves } from '../../../steps/messages/announce-move.ts'
import type { Appointment } from '../../../payload-types.ts'
import { actingIn } from '../../../steps/bookings/acting-in.ts'
import { idOf } from '../../../domain/id-of.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'
import { bookingOf } from '../../../steps/bookings/booking-of.ts'
import { changeVisit } from '../../../steps/bookings/change-visit.ts'
import { collectOverrides } from '../../../steps/bookings/collect-overrides.ts'
import { succeedingVisit } from '../../../steps/bookings/succeeding-visit.ts'
import { planMove } from '../../../steps/bookings/plan-move.ts'

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
  const isAwaiting = awaitsApproval(booking.gates ?? {})
  const { onOverride, said } = collectOverrides()
  const context = { booking, actor, command, onOverride, awaitsApproval: isAwaiting }
  const [landing] = await planMove(req, [move], context)
  const { visit: _visit, ...landed } = landing ?? move
  return req.payload.create({
    collection: 'appointments',
    data: {
      ...succeedingVisit(req, visit),
      ...landed,
      status: booking.status,
      progress: 'not_started',
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
 * everybody concerned is told once of the new time.
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
    await announceMoves(req, [{ bookingId, moves: [{ before, after: doc.id }] }])
    return doc
  }
  const successor = await succeed(req, data, before)
  const command = { name: 'link-move' }
  await changeVisit({ req, id: doc.id, data: { replacedBy: successor.id }, command })
  await announceMoves(req, [{ bookingId, moves: [{ before, after: successor.id }] }])
  return doc
}
