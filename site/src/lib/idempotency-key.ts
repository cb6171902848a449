import { createHash } from 'node:crypto'
import type { CreateBooking } from '../../../src/contracts/bookings/bookings.ts'

/** One key for one form and one wish: a second click repeats it, a changed wish is a new one. */
export const idempotencyKey = (form: string, { hold: _hold, ...wish }: CreateBooking) =>
  createHash('sha256')
    .update(`${form}\n${JSON.stringify(wish)}`)
    .digest('hex')
    .slice(0, 40)
