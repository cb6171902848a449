import type { PayloadRequest } from 'payload'
import { nextNumber } from '../../database/counters.ts'
import { settingsOf } from './settings-of.ts'

/** Booking numbers start above this, so that the first ones do not look like a test. */
const firstNumber = 1000

/** The number of the next booking, with the company's prefix. */
export const nextBookingNumber = async (req: PayloadRequest): Promise<string> => {
  const { booking } = await settingsOf(req)
  return `${booking.numberPrefix ?? ''}${firstNumber + (await nextNumber(req, 'bookings'))}`
}
