import type { PayloadRequest } from 'payload'
import { nextNumbers } from '../../database/records/counters.ts'
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
  const kept = drawn.get(req)?.splice(0, count) ?? []
  if (kept.length === count) return kept
  const { booking } = await settingsOf(req)
  const numbers = await nextNumbers(req, { name: 'bookings', count: count - kept.length })
  return [...kept, ...numbers.map((one) => `${booking.numberPrefix ?? ''}${firstNumber + one}`)]
}

const drawn = new WeakMap<PayloadRequest, string[]>()

/**
 * Runs a long command with numbers drawn before its transaction, so that nobody who books waits
 * for it. Numbers that it leaves are never given out.
 */
export const withNumbersDrawn = async <Result>(
  req: PayloadRequest,
  count: number,
  work: () => Promise<Result>,
): Promise<Result> => {
  if (count === 0) return work()
  drawn.set(req, await nextBookingNumbers(req, count))
  try {
    return await work()
  } finally {
    drawn.delete(req)
  }
}
