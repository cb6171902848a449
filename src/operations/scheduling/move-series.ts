import type { PayloadRequest } from 'payload'
import { asCommand } from '../../access/command.ts'
import type { MoveSeries } from '../../contracts/scheduling/series.ts'
import { collectAudit } from '../../database/records/audit.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { lockRows } from '../../database/locks.ts'
import { withRequestCache } from '../../database/records/request-cache.ts'
import { referenceOf } from '../../database/scheduling/reference-cache.ts'
import { moveVerbOf } from '../../domain/bookings/states.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { formatInZone } from '../../domain/scheduling/local-time.ts'
import { shiftInstant } from '../../domain/scheduling/shift-visits.ts'
import { idOf } from '../../domain/id-of.ts'
import { withNumbersDrawn } from '../../steps/bookings/next-booking-number.ts'
import type { Booking } from '../../payload-types.ts'
import { moveBooking } from '../bookings/move-booking.ts'
import { mayChangeTogether } from './may-change-together.ts'
import { announceSeries } from '../messages/announce-series.ts'
import { moveOccurrences } from './move-occurrences.ts'
import { type Occurrences, readOccurrences } from './read-occurrences.ts'
import { seriesFor } from './series-for.ts'

/** An occurrence and where it goes (epoch ms). */
type Target = { booking: Booking; start: number }

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

const namedTaken = (error: unknown, { booking, start }: Target, locale: string): unknown => {
  const { code, message } = error as DomainError
  if (code !== 'slot-taken') return error
  const when = formatInZone(start, { zone: booking.timezone ?? 'UTC', locale })
  return new DomainError('slot-taken', `${when}: ${message} Nothing was moved.`, {
    field: 'start',
    details: {
      booking: booking.id,
      index: booking.seriesIndex ?? null,
      start: new Date(start).toISOString(),
    },
  })
}

const commandOf = ({ booking, start }: Target, reason: string | undefined) => ({
  name: moveVerbOf(booking),
  to: { start: new Date(start).toISOString() },
  ...(reason && { reason }),
})

/** Whether each has a successor; pending ones move in place, one after another. */
const areAllConfirmed = ({ bookings }: Occurrences): boolean =>
  bookings.every(({ status }) => status === 'confirmed')

const moveOne = async (
  req: PayloadRequest,
  { target, reason }: { target: Target; reason: string | undefined },
): Promise<string> => {
  const { booking } = target
  const isConfirmed = booking.status === 'confirmed'
  const command = commandOf(target, reason)
  try {
    await req.payload.update({
      collection: 'bookings',
      id: booking.id,
      data: { ...(isConfirmed && { status: 'rescheduled' }), command } as never,
      depth: 0,
      req,
      overrideAccess: false,
    })
  } catch (error) {
    throw namedTaken(error, target, (await referenceOf(req)).companyLocale)
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

/** All in few statements where that says everything, else one after another; ids as they are now. */
const moveAll = async (
  req: PayloadRequest,
  { targets, reason }: { targets: Target[]; reason: string | undefined },
): Promise<string[]> => {
  if (await mayChangeTogether(req)) {
    const known = await readOccurrences(
      req,
      targets.map(({ booking }) => booking.id),
    )
    if (areAllConfirmed(known) && known.bookings.length === targets.length) {
      const moves = targets.map((target, at) => ({
        booking: known.bookings[at] as Booking,
        command: commandOf(target, reason),
      }))
      const { companyLocale: locale } = await referenceOf(req)
      const refused = (error: unknown, at: number) =>
        namedTaken(error, targets[at] as Target, locale)
      return moveOccurrences(req, { known, moves, refused })
    }
  }
  const moved: string[] = []
  for (const target of targets) moved.push(await moveOne(req, { target, reason }))
  return moved
}

/** One occurrence moves by itself, like any other booking. */
const moveOnly = async (
  req: PayloadRequest,
  booking: Booking,
  { start, reason }: MoveSeries,
): Promise<string[]> => {
  const body = { start, ...(reason && { reason }) }
  const move = { id: booking.id, verb: moveVerbOf(booking), body }
  return [(await moveBooking(req, move)).id]
}

type Move = { series: string; open: Booking[]; targets: Target[]; reason: string | undefined }

/** In the transaction, with every open occurrence locked. */
const moveTogether = async (
  req: PayloadRequest,
  { series, open, targets, reason }: Move,
): Promise<string[]> => {
  await lockRows(
    req,
    'bookings',
    open.map(({ id }) => id),
  )
  const moved = await asCommand(req, 'move-series', () => moveAll(req, { targets, reason }))
  const [first] = moved
  if (!first) return moved
  const about = { series, booking: first, occurrences: moved }
  await announceSeries(req, { event: 'series-moved', ...about })
  return moved
}

/**
 * Moves one occurrence, or it and those after it, or all that are ahead, by the same wall-clock
 * distance; all or none. Returns the ids of the bookings at their new times.
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
      field: 'booking',
    })
  }
  if (body.scope === 'this') return moveOnly(req, anchor, body)
  const timezone = series.timezone ?? anchor.timezone ?? 'UTC'
  const distance = { from: startOf(anchor), to: Date.parse(body.start), timezone }
  const targets = chosen(open, anchor, body).map((booking) => {
    return { booking, start: shiftInstant(startOf(booking), distance) }
  })
  const successors = targets.filter(({ booking }) => booking.status === 'confirmed').length
  const move = () => moveTogether(req, { series: series.id, open, targets, reason: body.reason })
  return withNumbersDrawn(req, successors, () =>
    inTransaction(req, () => withRequestCache(req, () => collectAudit(req, move))),
  )
}
