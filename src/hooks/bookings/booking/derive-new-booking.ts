import type { CollectionBeforeValidateHook } from 'payload'
import { skips } from '../../../domain/bookings/command-facts.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'
import { newBooking } from '../../../steps/bookings/new-bookings.ts'

/** Derive: a booking is whole before anything of it is written. */
export const deriveNewBooking: CollectionBeforeValidateHook = async ({ data, operation, req }) => {
  if (operation !== 'create' || !data) return data
  const command = commandIn(data)
  // The successor of a booking that moved comes ready.
  if (skips('bookings', command, 'derivation')) return data
  return newBooking(req, data)
}
