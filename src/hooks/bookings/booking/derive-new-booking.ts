import type { CollectionBeforeValidateHook } from 'payload'
import { commandIn } from '../../../steps/bookings/command-in.ts'
import { newBooking } from '../../../steps/bookings/new-bookings.ts'

/** Derive: a booking is whole before anything of it is written. */
export const deriveNewBooking: CollectionBeforeValidateHook = async ({ data, operation, req }) => {
  if (operation !== 'create' || !data) return data
  const command = commandIn(data)
  // The successor of a booking that moved comes ready.
  if (command.as === 'caller' && command.name === 'reschedule') return data
  return newBooking(req, data)
}
