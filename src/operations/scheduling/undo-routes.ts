import type { PayloadRequest } from 'payload'
import { actorOf, may } from '../../access/actor.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { readDayVisits, readSuccessors } from '../../database/scheduling/route-day-queries.ts'
import { undoProposal } from '../../database/scheduling/route-proposals.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { changesOf, type DayChange } from '../../domain/scheduling/routes/day-plan.ts'
import type { RouteDay } from '../../domain/scheduling/routes/route-day.ts'
import { findProposal } from './find-proposal.ts'
import { type Applied, lockBookings, moveTogether, type Together } from './move-together.ts'
import { type Stale, stalePlan, staleVisit, whatChanged } from './stale-plan.ts'

const reason = 'Undo: the visit was there before the day was planned'

const refuse = (changed: Stale[]) =>
  stalePlan(
    changed,
    'Some visits have changed since the plan was applied, so nothing was undone. Move the others back by hand.',
  )

/** The way back of each change, from where the plan put its visit; locks the bookings. */
const waysBack = async (
  req: PayloadRequest,
  day: RouteDay,
  changes: DayChange[],
): Promise<Together[]> => {
  const successors = await readSuccessors(
    req,
    changes.map(({ visit }) => visit.id),
  )
  await lockBookings(req, [
    ...changes.map(({ visit }) => visit.booking.id),
    ...[...successors.values()].map(({ booking }) => booking),
  ])
  const now = new Map((await readDayVisits(req, day.span)).map((visit) => [visit.id, visit]))
  const changed: Stale[] = []
  const moves = changes.flatMap(({ visit, person, start, end }) => {
    const is = now.get(successors.get(visit.id)?.id ?? visit.id)
    const isUnderWay = is && is.progress !== 'not_started' ? 'It is under way.' : null
    // A person who was asked may have answered meanwhile, which settles the booking.
    const status = is?.status ?? visit.status
    const what = whatChanged({ status, start, end, person }, is) ?? isUnderWay
    if (what || !is) {
      changed.push(staleVisit(visit, what ?? ''))
      return []
    }
    const back = { person: visit.fieldworker?.id ?? null, start: visit.start, end: visit.end }
    const isMoved = start !== visit.start
    return [{ visit, id: is.id, booking: is.booking.id, from: person, ...back, isMoved }]
  })
  if (changed.length > 0) throw refuse(changed)
  return moves
}

/**
 * Puts every visit of an applied proposal back where it was, all of them or none, and answers the
 * visits as they are now. `onApplied` runs inside the transaction.
 * @throws {DomainError} stale-plan 409 with `details.changed`, transition-refused, not-allowed
 */
export const undoRoutes = (
  req: PayloadRequest,
  id: string,
  { onApplied }: { onApplied?: (undone: Applied) => Promise<void> } = {},
): Promise<Applied> =>
  inTransaction(req, async () => {
    const { state, day, plan } = await findProposal(req, id, { lock: true })
    if (!plan || state !== 'applied') {
      throw new DomainError('transition-refused', 'Only a plan that was applied can be undone.')
    }
    const changes = changesOf(day, plan)
    const moves = await waysBack(req, day, changes)
    const override = may(await actorOf(req), 'booking.overbook')
    const undone = await moveTogether(req, moves, { reason, refuse, ...(override && { override }) })
    await undoProposal(req, id)
    await onApplied?.(undone)
    return undone
  })
