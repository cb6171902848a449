import type { CollectionBeforeValidateHook } from 'payload'
import type { Command } from '../../../contracts/bookings/command.ts'
import { assignmentOf, wantedIn, type Wanted } from '../../../domain/bookings/assignment.ts'
import { awaitsApproval } from '../../../domain/bookings/states.ts'
import { idOf } from '../../../domain/id-of.ts'
import type { Appointment } from '../../../payload-types.ts'
import { bookingOf } from '../../../steps/bookings/booking-of.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'

/** A broadcast goes to anyone when its command says so, or is the first to choose the method. */
const wantedBy = (
  { to, candidates }: Command,
  { before, after }: { before: Appointment; after: Partial<Appointment> },
): Wanted => {
  if (idOf(after.fieldworker)) return 'person'
  const isChosen = after.method === 'broadcast' && before.method !== 'broadcast'
  return isChosen || candidates ? 'anyone' : wantedIn(to?.fieldworker)
}

/**
 * Derive: what an assignment asks of the person follows from the method. While somebody has
 * to approve, the person is only reserved.
 */
export const deriveAssignment: CollectionBeforeValidateHook<Appointment> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || !data || !originalDoc) return data
  const command = commandIn(data)
  if (command.name !== 'assign') return data
  const { gates } = await bookingOf(req, originalDoc)
  const asked = assignmentOf({
    method: data.method ?? 'direct',
    wanted: wantedBy(command, { before: originalDoc, after: data }),
    holder: idOf(data.fieldworker),
    awaitsApproval: awaitsApproval(gates ?? {}),
  })
  const reservedFor = asked.reservedFor ?? idOf(data.reservedFor)
  return { ...data, ...asked, reservedFor: asked.fieldworker ? null : reservedFor }
}
