import { isLive } from '../../domain/bookings/states.ts'
import type { PayloadRequest } from 'payload'
import { asCommand } from '../../access/command.ts'
import type { Remove } from '../../contracts/bookings/booking-lines.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { lockRow } from '../../database/locks.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { idOf } from '../../domain/id-of.ts'
import { visitsOf } from '../../steps/bookings/visits-of.ts'
import { announceVisits } from '../../steps/messages/announce-visits.ts'
import type { BookingLine } from '../../payload-types.ts'
import { assertFresh } from './assert-fresh.ts'
import { cancelVisit } from './cancel-visit.ts'
import { openBooking } from './open-booking.ts'

const lineOf = async (req: PayloadRequest, { id, line }: { id: string; line: string }) => {
  const found = await req.payload.findByID({
    collection: 'booking-lines',
    id: line,
    depth: 0,
    disableErrors: true,
    req,
    overrideAccess: false,
  })
  if (found && idOf(found.booking) === id) return found
  throw new DomainError('not-found', 'There is no such service on this booking.', {
    field: 'line',
  })
}

/**
 * Takes a service off a booking whose visits of it have not begun: they are cancelled and it costs
 * nothing any more. A line that had visits stays, with a quantity of none, for their history.
 * Answers the line as it was.
 * @throws {DomainError} transition-refused where it is the last one or work has begun,
 * stale-version, not-allowed, not-found
 */
export const removeLine = (
  req: PayloadRequest,
  { id, line: lineId, body }: { id: string; line: string; body: Remove },
): Promise<BookingLine> =>
  inTransaction(req, async () => {
    await lockRow(req, 'bookings', id)
    const booking = await openBooking(req, id)
    assertFresh(booking, body.version)
    const line = await lineOf(req, { id, line: lineId })
    const visits = (await visitsOf(req, id)).filter((visit) => idOf(visit.line) === lineId)
    const open = visits.filter(isLive)
    for (const visit of open) {
      const reasonOnly = { reason: body.reason }
      await cancelVisit(req, { id: visit.id, body: reasonOnly, name: 'remove-line' })
    }
    const of = { id: lineId, depth: 0, req, overrideAccess: false } as const
    const command = { name: 'remove-line', reason: body.reason }
    await asCommand(req, 'remove-line', () =>
      visits.length === 0
        ? req.payload.delete({ collection: 'booking-lines', ...of })
        : req.payload.update({
            collection: 'booking-lines',
            data: { quantity: 0, command } as never,
            ...of,
          }),
    )
    await announceVisits(req, { booking: id, visits: open.map((visit) => visit.id) })
    return line
  })
