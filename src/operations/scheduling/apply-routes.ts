import type { PayloadRequest } from 'payload'
import { inTransaction } from '../../database/in-transaction.ts'
import { readDayVisits } from '../../database/scheduling/route-day-queries.ts'
import { endProposal } from '../../database/scheduling/route-proposals.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { changesOf, type DayChange } from '../../domain/scheduling/routes/day-plan.ts'
import type { RouteDay } from '../../domain/scheduling/routes/route-day.ts'
import { findProposal } from './find-proposal.ts'
import { type Applied, lockBookings, moveTogether, type Together } from './move-together.ts'
import { type Stale, stalePlan, staleVisit, whatChanged } from './stale-plan.ts'

const reason = 'Route optimisation'

const refuse = (changed: Stale[]) =>
  stalePlan(
    changed,
    'The day has changed since these routes were proposed, so nothing was applied. Ask for new routes.',
  )

/** Every visit of the plan as it was, and those that would change not even touched. */
const assertAsSeen = async (req: PayloadRequest, day: RouteDay, changes: DayChange[]) => {
  const now = new Map((await readDayVisits(req, day.span)).map((visit) => [visit.id, visit]))
  const touched = new Set(changes.map(({ visit }) => visit.id))
  const changed = day.visits.flatMap((was) => {
    const is = now.get(was.id)
    const what = whatChanged({ ...was, person: was.fieldworker?.id ?? null }, is)
    if (what) return [staleVisit(was, what)]
    if (!touched.has(was.id)) return []
    if (is?.version !== was.version) return [staleVisit(was, 'It was edited.')]
    return is?.progress === 'not_started' ? [] : [staleVisit(was, 'It is under way.')]
  })
  if (changed.length > 0) throw refuse(changed)
}

const moveOf = ({ visit, person, start, end }: DayChange): Together => ({
  visit,
  id: visit.id,
  booking: visit.booking.id,
  from: visit.fieldworker?.id ?? null,
  person,
  start,
  end,
  isMoved: start !== visit.start,
})

/**
 * Applies a proposal as one change: every visit through the commands that staff use, all of them
 * or none. Answers the visits as they are now; a rescheduled one is its successor.
 * `onApplied` runs inside the transaction.
 * @throws {DomainError} stale-plan 409 with `details.changed`, transition-refused, not-allowed
 */
export const applyRoutes = (
  req: PayloadRequest,
  id: string,
  { onApplied }: { onApplied?: (applied: Applied) => Promise<void> } = {},
): Promise<Applied> =>
  inTransaction(req, async () => {
    const { state, day, plan } = await findProposal(req, id, { lock: true })
    if (!plan || (state !== 'ready' && state !== 'searching')) {
      throw new DomainError('transition-refused', `These routes are ${state}. Ask for new ones.`)
    }
    const changes = changesOf(day, plan)
    const moves = changes.map(moveOf)
    await lockBookings(
      req,
      moves.map(({ booking }) => booking),
    )
    await assertAsSeen(req, day, changes)
    const applied = await moveTogether(req, moves, { reason, refuse })
    await endProposal(req, id, 'applied')
    await onApplied?.(applied)
    return applied
  })
