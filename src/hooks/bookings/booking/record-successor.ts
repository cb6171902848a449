import { isCustomer } from '../../../domain/bookings/office.ts'
import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import { dropDeliveries } from '../../../database/messages/drop-deliveries.ts'
import { followBookings } from '../../../database/bookings/follow-booking.ts'
import { announceMove } from '../../../steps/messages/announce-move.ts'
import type { Appointment, Booking } from '../../../payload-types.ts'
import { actingIn } from '../../../steps/bookings/acting-in.ts'
import { idOf } from '../../../domain/id-of.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'
import { changeVisit } from '../../../steps/bookings/change-visit.ts'
import { collectOverrides } from '../../../steps/bookings/collect-overrides.ts'
import { linesOf } from '../../../steps/bookings/lines-of.ts'
import { planMove } from '../../../steps/bookings/plan-move.ts'
import { movesOfBooking } from '../../../steps/bookings/moves-of-booking.ts'
import {
  movedAway,
  succeedingBooking,
  succeedingLines,
} from '../../../steps/bookings/succeeding-booking.ts'
import { visitsOf } from '../../../steps/bookings/visits-of.ts'

/** Both ends of the move point to each other. */
const link = async (
  req: PayloadRequest,
  { from, to, replaced }: { from: string; to: string; replaced: Map<string, string> },
) => {
  const command = { name: 'link-move', as: 'system' } as const
  await req.payload.update({
    collection: 'bookings',
    id: from,
    data: { rescheduledTo: to, command } as never,
    depth: 0,
    req,
    overrideAccess: true,
  })
  for (const [id, replacedBy] of replaced) {
    await changeVisit({ req, id, data: { replacedBy }, command })
  }
}

/**
 * Record: a rescheduled booking is succeeded in the same transaction by one at the new time, with
 * its lines and prices, gates and lineage; what hangs on it follows, old messages are dropped and
 * everybody is told once.
 */
export const recordSuccessor: CollectionAfterChangeHook<Booking> = async ({
  data,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const command = commandIn(data)
  const isMoving = operation === 'update' && previousDoc?.status !== data.status
  if (!isMoving || data.status !== 'rescheduled' || !command.to) return doc
  const old = { ...data, id: doc.id } as Booking
  const actor = await actingIn(req, command)
  const visits = (await visitsOf(req, old.id)).filter(
    ({ status, replacedBy }) => status === 'rescheduled' && !replacedBy,
  )
  const lines = await linesOf(req, old.id)
  const awaitsApproval = isCustomer(actor) && lines.some(({ requiresApproval }) => requiresApproval)
  const moves = movesOfBooking(command.to, { booking: old, visits })
  const { onOverride, said } = collectOverrides()
  const context = { booking: old, actor, command, onOverride, awaitsApproval }
  const landings = await planMove(req, moves, context)
  const successor = await req.payload.create({
    collection: 'bookings',
    data: {
      ...(await succeedingBooking(req, { old, landings, awaitsApproval, actor })),
      plan: succeedingLines(req, lines, landings),
      command: { ...command, as: 'caller', ...said() },
    } as never,
    depth: 0,
    req,
    overrideAccess: true,
  })
  const fresh = await visitsOf(req, successor.id)
  const replaced = new Map(
    fresh.flatMap((visit: Appointment) => {
      const before = idOf(visit.replaces)
      return before ? [[before, visit.id] as const] : []
    }),
  )
  await link(req, { from: old.id, to: successor.id, replaced })
  await followBookings(req, [{ from: old.id, to: successor.id }])
  await dropDeliveries(req, { bookings: [old.id], reason: movedAway })
  await announceMove(req, {
    bookingId: successor.id,
    moves: visits.map((before) => ({ before, after: replaced.get(before.id) ?? before.id })),
    reason: command.reason ?? null,
  })
  return doc
}
