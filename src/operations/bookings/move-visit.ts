import { isDropped } from '../../domain/bookings/states.ts'
import type { PayloadRequest } from 'payload'
import { actorOf } from '../../access/actor.ts'
import { asCommand } from '../../access/command.ts'
import type { MoveVisit } from '../../contracts/bookings/moves.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { lockBookingOf } from '../../database/locks.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { idOf } from '../../domain/id-of.ts'
import { visitsOf } from '../../steps/bookings/visits-of.ts'
import type { Appointment } from '../../payload-types.ts'
import { assertFresh } from './assert-fresh.ts'
import { moveBooking, type MoveVerb } from './move-booking.ts'
import { withAlternatives } from './with-alternatives.ts'
import { findVisit } from './find-visit.ts'

/** A booking whose only visit moves is succeeded as a whole. */
const isAlone = async (req: PayloadRequest, visit: Appointment): Promise<boolean> => {
  const visits = await visitsOf(req, idOf(visit.booking) ?? '')
  return visits.every((one) => one.id === visit.id || isDropped(one))
}

/** The visit in a booking that took the place of `visit`. */
const successorOf = async (req: PayloadRequest, id: string): Promise<Appointment> => {
  const { replacedBy } = await req.payload.findByID({
    collection: 'appointments',
    id,
    depth: 0,
    req,
    overrideAccess: true,
  })
  return findVisit(req, idOf(replacedBy) ?? id)
}

const moveOne = async (
  req: PayloadRequest,
  { visit, verb, body }: { visit: Appointment; verb: MoveVerb; body: MoveVisit },
): Promise<Appointment> => {
  const { version: _version, start, end, fieldworker, ...rest } = body
  const from = start ?? new Date(visit.start).toISOString()
  const length = Date.parse(visit.end) - Date.parse(visit.start)
  const until = end ?? new Date(Date.parse(start ?? visit.start) + length).toISOString()
  const span = { start: from, end: until }
  const to = { ...span, ...(fieldworker !== undefined && { fieldworker }) }
  await asCommand(req, verb, () =>
    req.payload.update({
      collection: 'appointments',
      id: visit.id,
      data: { ...span, command: { ...rest, name: verb, to } } as never,
      depth: 0,
      req,
      overrideAccess: false,
    }),
  )
  return successorOf(req, visit.id)
}

/**
 * Moves one visit and answers the visit at its new time: itself where it was pending, else its
 * successor under the same line, or in the booking's successor where it was alone.
 * All in one transaction; `onMoved` runs inside it.
 * @throws {DomainError} slot-taken with alternatives, stale-version, transition-refused,
 * not-allowed, feature-off, outside-booking-window, invalid-input, not-found
 */
export const moveVisit = async (
  req: PayloadRequest,
  { id, verb, body }: { id: string; verb: MoveVerb; body: MoveVisit },
  { onMoved }: { onMoved?: (visit: Appointment) => Promise<void> } = {},
): Promise<Appointment> => {
  if ((await actorOf(req)).kind === 'anonymous') {
    throw new DomainError('not-signed-in', 'Sign in first.')
  }
  const seen = await findVisit(req, id)
  const wanted = { visit: seen, start: body.start ?? seen.start, fieldworker: body.fieldworker }
  return withAlternatives(req, wanted, () =>
    inTransaction(req, async () => {
      await lockBookingOf(req, 'appointments', id)
      const visit = await findVisit(req, id)
      assertFresh(visit, body.version)
      if (verb === 'reschedule' && visit.status === 'confirmed' && (await isAlone(req, visit))) {
        const { version: _version, ...rest } = body
        await moveBooking(req, { id: idOf(visit.booking) ?? '', verb, body: rest })
        const moved = await successorOf(req, id)
        await onMoved?.(moved)
        return moved
      }
      const moved = await moveOne(req, { visit, verb, body })
      await onMoved?.(moved)
      return moved
    }),
  )
}
