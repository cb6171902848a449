import type { PayloadRequest } from 'payload'
import { type Actor, actorOf } from '../../access/actor.ts'
import type { Command } from '../../contracts/bookings/command.ts'
import { followBookings } from '../../database/bookings/follow-booking.ts'
import { dropDeliveries } from '../../database/messages/drop-deliveries.ts'
import { isCustomer } from '../../domain/bookings/office.ts'
import type { Obstacle } from '../../domain/scheduling/assert-override.ts'
import type { Appointment, Booking, BookingLine } from '../../payload-types.ts'
import { announceMoves } from '../messages/announce-move.ts'
import { collectOverrides } from './collect-overrides.ts'
import { linesOfEach } from './lines-of.ts'
import { linkSuccessors } from './link-successors.ts'
import { movesOfBooking } from './moves-of-booking.ts'
import { type PlannedMove, planMoves } from './plan-move.ts'
import type { Refused } from './resolve-plan.ts'
import { endReplacedOffers } from './settle-offers.ts'
import { movedAway, succeedingBooking, succeedingLines } from './succeeding-booking.ts'
import { writeSuccessors } from './write-successors.ts'

/** A booking that has become `rescheduled`, its visits with it, and the command that says where to. */
export type Rescheduled = { old: Booking; visits: Appointment[]; command: Command }

type Planned = Rescheduled & {
  lines: BookingLine[]
  landings: PlannedMove[]
  awaitsApproval: boolean
  said: { overrode?: Obstacle[] }
}

const planned = async (
  req: PayloadRequest,
  rescheduled: Rescheduled[],
  { actor, refused }: { actor: Actor; refused: Refused | undefined },
): Promise<Planned[]> => {
  const linesOf = await linesOfEach(
    req,
    rescheduled.map(({ old }) => old.id),
  )
  const moving = rescheduled.map((one) => {
    const lines = linesOf.get(one.old.id) ?? []
    const awaitsApproval =
      isCustomer(actor) && lines.some(({ requiresApproval }) => requiresApproval)
    return { ...one, lines, awaitsApproval, overrides: collectOverrides() }
  })
  const arrivals = moving.map(({ old, visits, command, awaitsApproval, overrides }) => ({
    moves: movesOfBooking(command.to ?? {}, { booking: old, visits }),
    ...{ booking: old, actor, command, awaitsApproval, onOverride: overrides.onOverride },
  }))
  const landed = await planMoves(req, arrivals, { isReleased: true, ...(refused && { refused }) })
  return moving.map(({ overrides, ...one }, at) => ({
    ...one,
    landings: landed[at] ?? [],
    said: overrides.said(),
  }))
}

const successorOf = async (
  req: PayloadRequest,
  { old, lines, landings, awaitsApproval, command, said }: Planned,
  actor: Actor,
) => ({
  booking: await succeedingBooking(req, { old, landings, awaitsApproval, actor }),
  lines: succeedingLines(req, lines, landings),
  command: { ...command, ...said },
})

/**
 * The one way in which rescheduled bookings, whose visits hold no time any more, are succeeded by
 * ones at the new time, with their lines and prices, gates and lineage: what hangs on them follows,
 * old messages are dropped and everybody concerned is told once. Returns the successors' ids.
 * @throws {DomainError} slot-taken in the words of `refused`, invalid-input, not-allowed,
 * outside-booking-window
 */
export const succeedBookings = async (
  req: PayloadRequest,
  rescheduled: Rescheduled[],
  { refused }: { refused?: Refused } = {},
): Promise<string[]> => {
  const actor = await actorOf(req)
  const plans = await planned(req, rescheduled, { actor, refused })
  const wanted = []
  for (const plan of plans) wanted.push(await successorOf(req, plan, actor))
  const written = await writeSuccessors(req, wanted)
  const moved = plans.map(({ old, visits, command }, at) => {
    const { id = old.id, replaced = new Map<string, string>() } = written[at] ?? {}
    return { old, visits, command, to: id, replaced }
  })
  await endReplacedOffers(
    req,
    written.flatMap(({ visits }) => visits),
  )
  await linkSuccessors(req, moved)
  await followBookings(
    req,
    moved.map(({ old, to }) => ({ from: old.id, to })),
  )
  await dropDeliveries(req, { bookings: moved.map(({ old }) => old.id), reason: movedAway })
  await announceMoves(
    req,
    moved.map(({ visits, command, to, replaced }) => ({
      bookingId: to,
      moves: visits.map((before) => ({ before, after: replaced.get(before.id) ?? before.id })),
      reason: command.reason ?? null,
    })),
  )
  return moved.map(({ to }) => to)
}
