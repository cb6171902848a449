import { isLive } from '../../domain/bookings/states.ts'
import type { PayloadRequest } from 'payload'
import { actorOf } from '../../access/actor.ts'
import { asCommand } from '../../access/command.ts'
import type { MoveBooking } from '../../contracts/bookings/moves.ts'
import { dropHold } from '../../database/scheduling/holds.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { lockRow } from '../../database/locks.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { idOf } from '../../domain/id-of.ts'
import { visitsOf } from '../../steps/bookings/visits-of.ts'
import type { Booking } from '../../payload-types.ts'
import { assertFresh } from './assert-fresh.ts'
import { findBooking } from './find-booking.ts'
import { withAlternatives } from './with-alternatives.ts'

export type MoveVerb = 'reschedule' | 'retime'

/** Carries the command out on the locked booking, and answers the booking at its new time. */
const moveLocked = async (
  req: PayloadRequest,
  { id, verb, body }: { id: string; verb: MoveVerb; body: MoveBooking },
): Promise<Booking> => {
  const { version, start, end, fieldworker, visits, hold, ...said } = body
  const to = {
    ...(start && { start }),
    ...(end && { end }),
    ...(fieldworker !== undefined && { fieldworker }),
    ...(visits && { visits }),
  }
  assertFresh(await findBooking(req, id), version)
  if (hold) await dropHold(req, hold)
  const status = verb === 'reschedule' ? { status: 'rescheduled' as const } : {}
  await asCommand(req, verb, () =>
    req.payload.update({
      collection: 'bookings',
      id,
      data: { ...status, command: { ...said, name: verb, to } } as never,
      depth: 0,
      req,
      overrideAccess: false,
    }),
  )
  const { rescheduledTo } = await findBooking(req, id)
  return findBooking(req, verb === 'reschedule' ? (idOf(rescheduledTo) ?? id) : id)
}

/**
 * Moves a booking: a pending one in place, a confirmed one to its successor, which is
 * answered. All in one transaction; `onMoved` runs inside it.
 * @throws {DomainError} slot-taken with alternatives, stale-version, transition-refused,
 * not-allowed, feature-off, outside-booking-window, invalid-input, not-found
 */
export const moveBooking = async (
  req: PayloadRequest,
  { id, verb, body }: { id: string; verb: MoveVerb; body: MoveBooking },
  { onMoved }: { onMoved?: (booking: Booking) => Promise<void> } = {},
): Promise<Booking> => {
  if ((await actorOf(req)).kind === 'anonymous') {
    throw new DomainError('not-signed-in', 'Sign in first.')
  }
  await findBooking(req, id)
  const [first] = (await visitsOf(req, id)).filter(isLive)
  const run = () =>
    inTransaction(req, async () => {
      await lockRow(req, 'bookings', id)
      const moved = await moveLocked(req, { id, verb, body })
      await onMoved?.(moved)
      return moved
    })
  if (!first) return run()
  const { start, fieldworker } = body
  const named = body.visits?.find((one) => one.id === first.id)
  return withAlternatives(
    req,
    {
      visit: first,
      start: named?.start ?? start ?? first.start,
      fieldworker: named?.fieldworker ?? fieldworker,
    },
    run,
  )
}
