import type { PayloadRequest } from 'payload'
import type { CancelVisit } from '../../contracts/bookings/booking-lines.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { lockBookingOf } from '../../database/locks.ts'
import type { Appointment } from '../../payload-types.ts'
import { assertFresh } from './assert-fresh.ts'
import { commandVisit } from './command-visit.ts'
import { findVisit } from './find-visit.ts'

/**
 * Takes one visit of several out of a booking; its time becomes free and whoever had
 * it is told. The last one goes with its booking. `name` is the
 * command as a part of which it happens.
 * @throws {DomainError} transition-refused, stale-version, not-allowed, not-found
 */
export const cancelVisit = (
  req: PayloadRequest,
  { id, body, name = 'cancel' }: { id: string; body: CancelVisit; name?: 'cancel' | 'remove-line' },
): Promise<Appointment> =>
  inTransaction(req, async () => {
    await lockBookingOf(req, 'appointments', id)
    const visit = await findVisit(req, id)
    assertFresh(visit, body.version)
    const command = { name, ...(body.reason && { reason: body.reason }) }
    return commandVisit(req, { id, data: { status: 'cancelled' }, command })
  })
