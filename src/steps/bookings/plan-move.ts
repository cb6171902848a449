import type { PayloadRequest } from 'payload'
import { type Actor, may } from '../../access/actor.ts'
import type { Command } from '../../contracts/bookings/command.ts'
import { type Assignment, assignmentOf, wantedInMove } from '../../domain/bookings/assignment.ts'
import { isCustomer } from '../../domain/bookings/office.ts'
import { DomainError } from '../../domain/domain-error.ts'
import type { Appointment, Booking, Service } from '../../payload-types.ts'
import { idOf } from '../../domain/id-of.ts'
import { assertOfferedStart } from '../scheduling/assert-offered-start.ts'
import type { TimeRequest } from '../scheduling/time-request.ts'
import { allocateTime } from '../scheduling/allocate-time.ts'
import { overridingOf } from '../scheduling/overriding-of.ts'
import { placeOfBooking } from './place-of-booking.ts'
import type { PlannedVisit } from './plan-types.ts'
import type { Refused } from './resolve-plan.ts'
import { visitSpan } from '../scheduling/visit-span.ts'

/** Where one visit is to go; `fieldworker` left out is whoever has it now, else somebody free. */
export type VisitMove = {
  visit: Appointment
  start: string
  end: string
  fieldworker?: string | null | undefined
}

export type PlannedMove = PlannedVisit & { visit: Appointment }

type Context = {
  booking: Booking
  actor: Actor
  command: Command
  onOverride?: TimeRequest['onOverride']
  /** While somebody has to approve, nobody is asked yet. */
  awaitsApproval: boolean
}

const personOf = (visit: Appointment) => idOf(visit.fieldworker)

const assertMayName = ({ visit, fieldworker }: VisitMove, actor: Actor) => {
  const isSame = fieldworker === undefined || fieldworker === personOf(visit)
  if (isSame || may(actor, 'booking.assign')) return
  throw new DomainError('not-allowed', 'You may move the visit, but not choose the fieldworker.', {
    field: 'fieldworker',
  })
}

const servicesOf = async (req: PayloadRequest, visits: Appointment[]) => {
  const ids = [...new Set(visits.map(({ service }) => idOf(service) ?? ''))]
  const { docs } = await req.payload.find({
    collection: 'services',
    where: { id: { in: ids } },
    pagination: false,
    depth: 0,
    req,
    overrideAccess: true,
  })
  return new Map(docs.map((service) => [service.id, service]))
}

/** What is asked of whoever won the time, by the visit's own method. */
const askedOf = (
  { visit, fieldworker }: VisitMove,
  { holder, awaitsApproval }: { holder: string | null; awaitsApproval: boolean },
): Assignment => {
  const { acceptance } = visit
  const method = visit.method ?? 'direct'
  const now = { method, acceptance, fieldworker: personOf(visit) }
  const wanted = wantedInMove(now, fieldworker)
  return assignmentOf({ method, wanted, holder, awaitsApproval })
}

/** The visits of one booking that move together. */
export type BookingMove = Context & { moves: VisitMove[] }

type Draft = { move: VisitMove; span: ReturnType<typeof visitSpan>; claim: TimeRequest | null }

const draftsOf = async (
  req: PayloadRequest,
  { moves, booking, actor, command, onOverride }: BookingMove,
  { services, isReleased }: { services: Map<string, Service>; isReleased: boolean },
): Promise<Draft[]> => {
  const { query } = await placeOfBooking(req, booking)
  const overriding = overridingOf(actor, command)
  const drafts: Draft[] = []
  for (const move of moves) {
    assertMayName(move, actor)
    const { visit, fieldworker } = move
    const service = services.get(idOf(visit.service) ?? '') as Service
    const span = visitSpan(service, move)
    if (isCustomer(actor)) {
      const timezone = booking.timezone ?? 'UTC'
      await assertOfferedStart(req, { service: service.id, timezone, now: Date.now(), ...span })
    }
    const isUnheld = visit.unreserved === true && !fieldworker && !isCustomer(actor)
    const now = personOf(visit) ?? idOf(visit.reservedFor)
    const claim: TimeRequest = {
      ...span,
      service: service.id,
      place: query,
      who: fieldworker || 'any',
      ...(fieldworker === undefined && now && { prefers: now }),
      ...(!isReleased && { appointment: visit.id }),
      overriding,
      ...(onOverride && { onOverride }),
    }
    drafts.push({ move, span, claim: isUnheld ? null : claim })
  }
  return drafts
}

/**
 * Decides everything about visits that move: their spans with the service's buffers, who wins the
 * time and what is asked of them. Their own time counts as free.
 * @throws {DomainError} slot-taken, invalid-input, not-allowed, outside-booking-window
 */
export const planMove = async (
  req: PayloadRequest,
  moves: VisitMove[],
  context: Context,
): Promise<PlannedMove[]> => {
  const [landings = []] = await planMoves(req, [{ ...context, moves }], { isReleased: false })
  return landings
}

/**
 * The same for several bookings at once, in their order. `isReleased` says that none of these
 * visits holds time any more; `refused` gives a refusal the words of the booking it is about.
 */
export const planMoves = async (
  req: PayloadRequest,
  arrivals: BookingMove[],
  { isReleased, refused }: { isReleased: boolean; refused?: Refused },
): Promise<PlannedMove[][]> => {
  const services = await servicesOf(
    req,
    arrivals.flatMap(({ moves }) => moves.map(({ visit }) => visit)),
  )
  const drafted: Draft[][] = []
  for (const arrival of arrivals) {
    drafted.push(await draftsOf(req, arrival, { services, isReleased }))
  }
  const claims = drafted.flatMap((drafts, place) =>
    drafts.flatMap(({ claim }) => (claim ? [{ claim, place }] : [])),
  )
  const holders = await allocateTime(
    req,
    claims.map(({ claim }) => claim),
    { refused: refused && ((error, at) => refused(error, claims[at]?.place ?? 0)) },
  )
  return drafted.map((drafts, place) =>
    drafts.map(({ move, span, claim }) => {
      const holder = claim ? (holders.shift() ?? null) : null
      const awaitsApproval = arrivals[place]?.awaitsApproval ?? false
      return {
        ...span,
        ...askedOf(move, { holder, awaitsApproval }),
        unreserved: claim === null,
        visit: move.visit,
      }
    }),
  )
}
