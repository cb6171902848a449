import { isLive } from '../../../domain/bookings/states.ts'
import type { CollectionAfterChangeHook } from 'payload'
import { writeOccupancies } from '../../../database/scheduling/occupancies.ts'
import { announceMoves } from '../../../steps/messages/announce-move.ts'
import type { Booking } from '../../../payload-types.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'
import { isMoved, movesOfBooking } from '../../../steps/bookings/moves-of-booking.ts'
import { visitsOf } from '../../../steps/bookings/visits-of.ts'

/** Record: the visits of a pending booking move in place, together, and are announced once. */
export const recordRetime: CollectionAfterChangeHook<Booking> = async ({
  data,
  doc,
  operation,
  req,
}) => {
  const command = commandIn(data)
  if (operation !== 'update' || command.name !== 'retime' || !command.to) return doc
  const booking = { ...data, id: doc.id } as Booking
  const visits = (await visitsOf(req, doc.id)).filter(isLive)
  const moves = movesOfBooking(command.to, { booking, visits }).filter(isMoved)
  const moved = moves.map(({ visit }) => visit.id)
  // None is in the way of another that moves along.
  await writeOccupancies(req, { replace: { appointments: moved }, rows: [] })
  for (const { visit, start, end, fieldworker } of moves) {
    const to = { start, end, ...(fieldworker !== undefined && { fieldworker }) }
    await req.payload.update({
      collection: 'appointments',
      id: visit.id,
      data: { start, end, command: { ...command, to, as: 'caller' } } as never,
      depth: 0,
      req,
      overrideAccess: true,
    })
  }
  await announceMoves(req, [
    {
      bookingId: doc.id,
      moves: moves.map(({ visit }) => ({ before: visit, after: visit.id })),
      reason: command.reason ?? null,
    },
  ])
  return doc
}
