import type { CollectionAfterChangeHook } from 'payload'
import { skips } from '../../../domain/bookings/command-facts.ts'
import { isDropped } from '../../../domain/bookings/states.ts'
import { idOf } from '../../../domain/id-of.ts'
import type { Appointment } from '../../../payload-types.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'
import { visitsOf } from '../../../steps/bookings/visits-of.ts'

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
  const command = commandIn(data)
  if (operation !== 'update' || !isCancelled) return doc
  if (skips('appointments', command, 'line-end')) return doc
  const { reason } = command
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
