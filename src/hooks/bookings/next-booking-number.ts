import type { PayloadRequest } from 'payload'
import { nextNumbers } from '../../database/counters.ts'
import { settingsOf } from './settings-of.ts'

/** Booking numbers start above this, so that the first ones do not look like a test. */
const firstNumber = 1000

/** The number of the next booking, with the company's prefix. */
export const nextBookingNumber = async (req: PayloadRequest): Promise<string> => {
  const [number] = await nextBookingNumbers(req, 1)
  return number as string
}

/** As many in a row. Whoever books next waits for this transaction, so they are drawn late. */
export const nextBookingNumbers = async (req: PayloadRequest, count: number): Promise<string[]> => {
  const { booking } = await settingsOf(req)
  const numbers = await nextNumbers(req, { name: 'bookings', count })
  return numbers.map((number) => `${booking.numberPrefix ?? ''}${firstNumber + number}`)
}
