import type { CollectionBeforeValidateHook } from 'payload'
import type { Appointment } from '../../../payload-types.ts'
import { idOf } from '../../../domain/id-of.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'
import { bookingOf } from '../../../steps/bookings/booking-of.ts'

/**
 * Derive: what an assignment asks of the person follows from the method (DS-02): direct informs,
 * request and broadcast ask. While somebody has to approve, the person is only reserved.
 */
export const deriveAssignment: CollectionBeforeValidateHook<Appointment> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || !data || !originalDoc) return data
  if (commandIn(data).name !== 'assign') return data
  const person = idOf(data.fieldworker)
  const method = data.method ?? 'direct'
  if (method === 'direct')
    return { ...data, method, acceptance: person ? 'not_required' : 'unassigned' }
  const { gates } = await bookingOf(req, originalDoc)
  if (gates?.approval === 'open' || gates?.approval === 'rejected') {
    return { ...data, method, acceptance: 'unassigned', fieldworker: null, reservedFor: person }
  }
  if (method === 'broadcast') {
    return { ...data, method, acceptance: 'pending', fieldworker: null }
  }
  return { ...data, method, acceptance: person ? 'pending' : 'unassigned' }
}
