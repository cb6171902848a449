import { isLive } from '../../domain/bookings/states.ts'
import type { PayloadRequest } from 'payload'
import { type Actor, actorOf } from '../../access/actor.ts'
import type { Command } from '../../contracts/bookings/command.ts'
import { dropDeliveries } from '../../database/messages/drop-deliveries.ts'
import { followBookings as followTalk } from '../../database/bookings/follow-booking.ts'
import { withPreloaded } from '../../database/records/preloaded.ts'
import { type PlannedMove, planMoves } from '../../steps/bookings/plan-move.ts'
import { movesOfBooking } from '../../steps/bookings/moves-of-booking.ts'
import { type NewPlan, planDocuments } from '../../steps/bookings/plan-documents.ts'
import { movedAway } from '../../steps/bookings/succeeding-booking.ts'
import type { Refused } from '../../steps/bookings/resolve-plan.ts'
import { linesOfEach } from '../../steps/bookings/lines-of.ts'
import { succeedingBooking, succeedingLines } from '../../steps/bookings/succeeding-booking.ts'
import { idOf } from '../../domain/id-of.ts'
import type { Appointment, Booking } from '../../payload-types.ts'
import { announceEach } from '../../steps/messages/announce-booking.ts'
import { type Changed, changeDocuments } from '../records/change-documents.ts'
import { insertDocuments, type NewDocuments } from '../../steps/records/insert-documents.ts'
import { newId } from '../../steps/records/stored-rows.ts'
import { followBookings } from './cancel-occurrences.ts'
import type { Occurrences } from './read-occurrences.ts'

type Move = { booking: Booking; command: Command }
type Successor = {
  old: Booking
  booking: Booking
  landings: PlannedMove[]
  ids: Map<string, string>
}

/** Whether nothing hangs on a booking but its visits: no answers are awaited, no duties listed. */
export const isPlain = ({ bookings, visitsOf, offersOf }: Occurrences): boolean =>
  bookings.every(
    ({ id, status }) =>
      status === 'confirmed' &&
      visitsOf(id)
        .filter(isLive)
        .every(
          (visit) =>
            visit.method === 'direct' &&
            (visit.duties ?? []).length === 0 &&
            offersOf(visit.id).every(({ state }) => state !== 'pending'),
        ),
  )

/** Both ends of each move point to each other. */
const link = async (
  req: PayloadRequest,
  { made, olds, visits }: { made: Successor[]; olds: Booking[]; visits: Changed<Appointment>[] },
): Promise<void> => {
  const command = { name: 'link-move', as: 'system' } as const
  const to = new Map(made.map(({ old, booking }) => [old.id, booking.id]))
  const replaced = new Map(made.flatMap(({ ids }) => [...ids]))
  await changeDocuments(req, {
    collection: 'bookings',
    changes: olds.map((before) => ({
      before,
      data: { rescheduledTo: to.get(before.id), command },
    })),
  })
  await changeDocuments(req, {
    collection: 'appointments',
    changes: visits.map(({ after }) => ({
      before: after,
      data: { replacedBy: replaced.get(after.id), command },
    })),
  })
}

/** Whoever had a visit hears of it where they lost it, and their calendar follows. */
const announce = async (req: PayloadRequest, made: Successor[]): Promise<void> => {
  const told = made.map(({ old, landings }) => ({
    old,
    visits: landings.map(({ visit, fieldworker }) => ({
      visit,
      was: idOf(visit.fieldworker),
      is: fieldworker,
    })),
  }))
  const left = (isLost: boolean) =>
    told.map(({ old, visits }) => {
      const gone = visits.filter(({ was, is }) => was !== null && (!isLost || was !== is))
      return {
        bookingId: old.id,
        appointmentIds: (isLost ? gone : visits).map(({ visit }) => visit.id),
        formerly: gone.map(({ visit, was }) => ({
          appointment: visit.id,
          fieldworker: String(was),
        })),
      }
    })
  const lost = left(true).filter(({ formerly }) => formerly.length > 0)
  await announceEach(req, { effect: 'offer-withdrawn', bookings: lost })
  await announceEach(req, { effect: 'visit-changed', bookings: left(false) })
}

const succeed = async (
  req: PayloadRequest,
  {
    moves,
    olds,
    visitsOf,
    actor,
    refused,
  }: {
    moves: Move[]
    olds: Booking[]
    visitsOf: (booking: string) => Appointment[]
    actor: Actor
    refused: Refused
  },
): Promise<Successor[]> => {
  const lines = await linesOfEach(
    req,
    olds.map(({ id }) => id),
  )
  const arrivals = olds.map((booking, at) => {
    const command: Command = moves[at]?.command ?? {}
    const to = command.to ?? {}
    const wanted = movesOfBooking(to, { booking, visits: visitsOf(booking.id) })
    return { moves: wanted, booking, actor, command, awaitsApproval: false }
  })
  const landed = await planMoves(req, arrivals, { isReleased: true, refused })
  const made: Successor[] = []
  const plans: NewPlan[] = []
  for (const [at, old] of olds.entries()) {
    const landings = landed[at] ?? []
    const values = await succeedingBooking(req, { old, landings, awaitsApproval: false, actor })
    const booking = { ...values, id: newId(), version: 1, deletedAt: null } as unknown as Booking
    plans.push({ booking, lines: succeedingLines(req, lines.get(old.id) ?? [], landings) })
    made.push({ old, booking, landings, ids: new Map() })
  }
  const { documents: parts, occupied, visits } = await planDocuments(req, plans)
  const written: NewDocuments = {
    collection: 'bookings',
    documents: made.map(({ booking }) => booking as never),
    by: { actor, command: 'reschedule', reason: moves[0]?.command.reason ?? null },
  }
  await insertDocuments(req, [written, ...parts], [occupied])
  for (const { booking, ids } of made) {
    for (const visit of visits) {
      if (visit.booking === booking.id && visit.replaces) ids.set(visit.replaces, visit.id)
    }
  }
  return made
}

/**
 * Moves confirmed bookings of a series, which the caller may, to their successors in few statements
 *: the rules of a booking and of a visit decide about each. None is in the way of
 * another that moves along. Answers the successors' ids.
 * @throws {DomainError} slot-taken in the words of `refused`, transition-refused, not-allowed
 */
export const moveOccurrences = async (
  req: PayloadRequest,
  { known, moves, refused }: { known: Occurrences; moves: Move[]; refused: Refused },
): Promise<string[]> => {
  const actor = await actorOf(req)
  const made = await withPreloaded(req, known.given, async () => {
    const bookings = await changeDocuments(req, {
      collection: 'bookings',
      changes: moves.map(({ booking, command }) => ({
        before: booking,
        data: { status: 'rescheduled', command },
      })),
    })
    const { reason } = moves[0]?.command ?? {}
    const baseCommand = reason ? { reason } : {}
    const visits = await followBookings(req, { bookings, visitsOf: known.visitsOf, baseCommand })
    const olds = bookings.map(({ after }) => after)
    const moving = Map.groupBy(
      visits.map(({ before }) => before),
      ({ booking }) => idOf(booking) ?? '',
    )
    const visitsOf = (id: string) => moving.get(id) ?? []
    const successors = await succeed(req, { moves, olds, visitsOf, actor, refused })
    await link(req, { made: successors, olds, visits })
    return successors
  })
  await followTalk(
    req,
    made.map(({ old, booking }) => ({ from: old.id, to: booking.id })),
  )
  await dropDeliveries(req, { bookings: made.map(({ old }) => old.id), reason: movedAway })
  await announce(req, made)
  return made.map(({ booking }) => booking.id)
}
