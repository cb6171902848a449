import type { PayloadRequest } from 'payload'
import { asCommand } from '../../access/command.ts'
import type { MoveSeries } from '../../contracts/series.ts'
import { collectAudit } from '../../database/audit.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { lockRow } from '../../database/locks.ts'
import { withScratch } from '../../database/scratch.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { formatInZone } from '../../domain/scheduling/local-time.ts'
import { shiftInstant } from '../../domain/scheduling/shift-visits.ts'
import { idOf } from '../../hooks/id-of.ts'
import { withNumbersDrawn } from '../../hooks/bookings/next-booking-number.ts'
import type { Booking } from '../../payload-types.ts'
import { moveBooking } from '../bookings/move-booking.ts'
import { announceSeries } from '../messages/announce-series.ts'
import { seriesFor } from './series-for.ts'

const startOf = ({ startsAt }: Booking) => Date.parse(startsAt ?? '')

/** The occurrences that move along, so ordered that none moves onto the place of another. */
const chosen = (open: Booking[], anchor: Booking, { scope, start }: MoveSeries): Booking[] => {
  const now = Date.now()
  const isIn = (one: Booking) =>
    one.id === anchor.id ||
    (scope === 'following' ? startOf(one) >= startOf(anchor) : startOf(one) > now)
  const moving = open.filter(isIn)
  return Date.parse(start) > startOf(anchor) ? moving.toReversed() : moving
}

const moveOne = async (
  req: PayloadRequest,
  { booking, start, reason }: { booking: Booking; start: number; reason: string | undefined },
): Promise<string> => {
  const isConfirmed = booking.status === 'confirmed'
  const name = isConfirmed ? 'reschedule' : 'retime'
  const to = { start: new Date(start).toISOString() }
  const command = { name, to, ...(reason && { reason }) }
  try {
    await asCommand(req, 'move-series', () =>
      req.payload.update({
        collection: 'bookings',
        id: booking.id,
        data: { ...(isConfirmed && { status: 'rescheduled' }), command } as never,
        depth: 0,
        req,
        overrideAccess: false,
      }),
    )
  } catch (error) {
    const { code, message } = error as DomainError
    if (code !== 'slot-taken') throw error
    const when = formatInZone(start, booking.timezone ?? 'UTC')
    throw new DomainError('slot-taken', `${when}: ${message} Nothing was moved.`, {
      status: 409,
      field: 'start',
      details: { booking: booking.id, index: booking.seriesIndex ?? null, start: to.start },
    })
  }
  const { rescheduledTo } = await req.payload.findByID({
    collection: 'bookings',
    id: booking.id,
    depth: 0,
    joins: false,
    req,
    overrideAccess: true,
  })
  return isConfirmed ? (idOf(rescheduledTo) ?? booking.id) : booking.id
}

/**
 * Moves one occurrence, or it and those after it, or all that are ahead, by the same wall-clock
 * distance; all or none (RC-04). Returns the ids of the bookings at their new times.
 * @throws {DomainError} slot-taken naming the occurrence, not-found, not-allowed
 */
export const moveSeries = async (
  req: PayloadRequest,
  { id, body }: { id: string; body: MoveSeries },
): Promise<string[]> => {
  const { series, open } = await seriesFor(req, { id, permission: 'booking.reschedule' })
  const anchor = open.find((one) => one.id === body.booking)
  if (!anchor) {
    throw new DomainError('not-found', 'The booking is no open occurrence of this series.', {
      status: 404,
      field: 'booking',
    })
  }
  if (body.scope === 'this') {
    const verb = anchor.status === 'confirmed' ? 'reschedule' : 'retime'
    const { start, reason } = body
    const to = { start, ...(reason && { reason }) }
    return [(await moveBooking(req, { id: anchor.id, verb, body: to })).id]
  }
  const timezone = series.timezone ?? anchor.timezone ?? 'UTC'
  const distance = { from: startOf(anchor), to: Date.parse(body.start), timezone }
  const moving = chosen(open, anchor, body)
  const successors = moving.filter(({ status }) => status === 'confirmed').length
  const move = async () => {
    for (const one of open.map((booking) => booking.id).toSorted()) {
      await lockRow(req, 'bookings', one)
    }
    const moved: string[] = []
    for (const booking of moving) {
      const start = shiftInstant(startOf(booking), distance)
      moved.push(await moveOne(req, { booking, start, reason: body.reason }))
    }
    const [first] = moved
    if (first) {
      await announceSeries(req, {
        event: 'series-moved',
        series: series.id,
        booking: first,
        occurrences: moved,
      })
    }
    return moved
  }
  return withNumbersDrawn(req, successors, () =>
    inTransaction(req, () => withScratch(req, () => collectAudit(req, move))),
  )
}
