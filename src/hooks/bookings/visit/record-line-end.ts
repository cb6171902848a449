import type { CollectionAfterChangeHook } from 'payload'
import { isDropped } from '../../../domain/bookings/states.ts'
import { idOf } from '../../../domain/id-of.ts'
import type { Appointment } from '../../../payload-types.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'
import { visitsOf } from '../../../steps/bookings/visits-of.ts'

/** Commands that look after the service themselves, or end it with its booking. */
const quiet = new Set(['follow-booking', 'remove-line'])

/**
 * Record: a service of which the last visit was cancelled is taken off the booking and costs
 * nothing any more; the line stays for the history.
 */
export const recordLineEnd: CollectionAfterChangeHook<Appointment> = async ({
  data,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const isCancelled = data.status === 'cancelled' && previousDoc?.status !== 'cancelled'
  const { name, reason } = commandIn(data)
  if (operation !== 'update' || !isCancelled || quiet.has(name ?? '')) return doc
  const line = idOf(data.line)
  const visits = await visitsOf(req, idOf(data.booking) ?? '')
  const own = visits.filter((visit) => idOf(visit.line) === line)
  if (!line || !own.every(isDropped)) return doc
  await req.payload.update({
    collection: 'booking-lines',
    id: line,
    data: {
      quantity: 0,
      command: { name: 'remove-line', as: 'system', ...(reason && { reason }) },
    } as never,
    depth: 0,
    req,
    overrideAccess: true,
  })
  return doc
}
