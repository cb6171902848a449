import type { CollectionAfterChangeHook } from 'payload'
import type { Booking } from '../../../payload-types.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'
import { succeedBookings } from '../../../steps/bookings/succeed-bookings.ts'
import { visitsOf } from '../../../steps/bookings/visits-of.ts'

/** Record: a rescheduled booking is succeeded in the same transaction by one at the new time. */
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
  const { command: _command, ...stored } = data as Partial<Booking> & { command?: unknown }
  const old = { ...stored, id: doc.id } as Booking
  const visits = (await visitsOf(req, old.id)).filter(
    ({ status, replacedBy }) => status === 'rescheduled' && !replacedBy,
  )
  await succeedBookings(req, [{ old, visits, command }])
  return doc
}
