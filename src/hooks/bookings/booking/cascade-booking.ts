import type { CollectionAfterChangeHook } from 'payload'
import type { Command } from '../../../contracts/bookings/command.ts'
import type { Booking } from '../../../payload-types.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'
import { changeVisit } from '../../../steps/bookings/change-visit.ts'
import { visitsFollowing } from '../../../steps/bookings/visits-following.ts'
import { visitsOf } from '../../../steps/bookings/visits-of.ts'

/** Record: visits follow their booking when it confirms, is approved or ends. */
export const cascadeBooking: CollectionAfterChangeHook<Booking> = async ({
  data,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  if (operation === 'create') return doc
  const { reason, comment } = commandIn(data)
  const said: Command = { ...(reason && { reason }), ...(comment && { comment }) }
  const booking = { ...data, id: doc.id } as Booking
  const isChanged =
    previousDoc.status !== booking.status || previousDoc.gates?.approval !== booking.gates?.approval
  if (!isChanged) return doc
  for (const { id, data: change, command } of visitsFollowing(
    previousDoc,
    booking,
    await visitsOf(req, doc.id),
  )) {
    await changeVisit({ req, id, data: change, command: { ...said, ...command } })
  }
  return doc
}
