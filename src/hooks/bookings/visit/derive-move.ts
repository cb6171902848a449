import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import type { Command } from '../../../contracts/bookings/command.ts'
import { appointmentLifecycle } from '../../../domain/bookings/appointment-lifecycle.ts'
import { visitFacts } from '../../../domain/bookings/facts.ts'
import { awaitsApproval } from '../../../domain/bookings/states.ts'
import { DomainError, errorOf } from '../../../domain/domain-error.ts'
import { absentRefusal, decide } from '../../../domain/lifecycle.ts'
import type { Appointment } from '../../../payload-types.ts'
import { actingIn } from '../../../steps/bookings/acting-in.ts'
import { idOf } from '../../../domain/id-of.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'
import { visitCase } from '../../../steps/bookings/booking-case.ts'
import { bookingOf } from '../../../steps/bookings/booking-of.ts'
import { collectOverrides } from '../../../steps/bookings/collect-overrides.ts'
import { planMove, type VisitMove } from '../../../steps/bookings/plan-move.ts'

type Data = Partial<Appointment> & { command?: Command }

const iso = (value: string) => new Date(value).toISOString()

/** The time and the person that a save asks for, in the visit's fields or in the command's words. */
const moveIn = (data: Data, visit: Appointment): VisitMove => {
  const { to = {} } = commandIn(data)
  const start = iso(to.start ?? data.start ?? visit.start)
  const isResized = to.end !== undefined || iso(data.end ?? visit.end) !== iso(visit.end)
  const length = Date.parse(visit.end) - Date.parse(visit.start)
  const end = isResized
    ? iso(to.end ?? data.end ?? visit.end)
    : new Date(Date.parse(start) + length).toISOString()
  const [was, is] = [idOf(visit.fieldworker), idOf(data.fieldworker)]
  const named = data.fieldworker !== undefined && was !== is ? is : undefined
  const fieldworker = to.fieldworker === undefined ? named : to.fieldworker
  return { visit, start, end, ...(fieldworker !== undefined && { fieldworker }) }
}

const assertMoved = ({ visit, start, end }: VisitMove) => {
  if (start !== iso(visit.start) || end !== iso(visit.end)) return
  throw new DomainError('invalid-input', 'The visit is at this time already.', {
    field: 'start',
  })
}

const retimed = async (req: PayloadRequest, data: Data, visit: Appointment): Promise<Data> => {
  const command = commandIn(data)
  const actor = await actingIn(req, command)
  const booking = await bookingOf(req, visit)
  const move = moveIn(data, visit)
  const known = await visitCase(req, { actor, command, visit })
  const facts = { ...visitFacts(known), time: true }
  const { status: from } = visit
  decide({ lifecycle: appointmentLifecycle, ...{ from, event: 'retime', actor, facts } })
  assertMoved(move)
  const isAwaiting = awaitsApproval(booking.gates ?? {})
  const { onOverride, said } = collectOverrides()
  const context = { booking, actor, command, onOverride, awaitsApproval: isAwaiting }
  const [landing] = await planMove(req, [move], context)
  const { visit: _visit, ...landed } = landing ?? move
  const { status, progress } = visit
  return { ...data, ...landed, status, progress, command: { ...command, ...said() } }
}

/** The old visit keeps its time and its person; its successor is written after it. */
const rescheduled = (data: Data, visit: Appointment): Data => {
  // A pending one would be moved in place; one that is over stays as it is.
  if (visit.status !== 'confirmed') {
    throw errorOf(absentRefusal(appointmentLifecycle, visit.status, 'reschedule'))
  }
  const move = moveIn(data, visit)
  assertMoved(move)
  const { visit: _visit, ...to } = move
  const { start, end, fieldworker, acceptance, progress } = visit
  return {
    ...data,
    ...{ start, end, fieldworker: idOf(fieldworker), acceptance, progress },
    status: 'rescheduled',
    command: { ...commandIn(data), to },
  } as Data
}

/**
 * Derive: a pending visit moves in place, a confirmed one is succeeded by another; either wins its
 * new time under the caller's own rights.
 * @throws {DomainError} transition-refused, not-allowed, slot-taken, invalid-input, feature-off
 */
export const deriveMove: CollectionBeforeChangeHook<Appointment> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || !originalDoc) return data
  const { name, as } = commandIn(data)
  if (name === 'retime') return retimed(req, data as Data, originalDoc) as Promise<typeof data>
  if (name !== 'reschedule' || as) return data
  return rescheduled(data as Data, originalDoc) as typeof data
}
