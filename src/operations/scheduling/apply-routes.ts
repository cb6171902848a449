import type { PayloadRequest } from 'payload'
import { inTransaction } from '../../database/in-transaction.ts'
import { lockFieldworkers, lockRow } from '../../database/locks.ts'
import { postgresCode } from '../../database/errors.ts'
import { writeOccupancies } from '../../database/scheduling/occupancies.ts'
import { readDayVisits, type StoredDayVisit } from '../../database/scheduling/route-day-queries.ts'
import { endProposal } from '../../database/scheduling/route-proposals.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { changesOf, type DayChange } from '../../domain/scheduling/routes/day-plan.ts'
import type { DayVisit, RouteDay } from '../../domain/scheduling/routes/route-day.ts'
import { assignVisit } from '../bookings/assign-visit.ts'
import { findProposal } from './find-proposal.ts'

const reason = 'Route optimisation'

type Stale = { id: string; number: string; what: string }

const stale = (changed: Stale[]) =>
  new DomainError(
    'stale-plan',
    'The day has changed since these routes were proposed, so nothing was applied. Ask for new routes.',
    { details: { changed } },
  )

const seenAs = ({ booking, id }: DayVisit, what: string): Stale => ({
  id,
  number: booking.number,
  what,
})

/** What became of a visit since the plan saw it; null where the plan still holds. */
const whatChanged = (was: DayVisit, is: StoredDayVisit | undefined): string | null => {
  if (!is) return 'It is no longer open on this day.'
  if (is.status !== was.status) return `It is ${is.status} now.`
  if (is.start !== was.start || is.end !== was.end) return 'Its time has changed.'
  const holder = is.acceptance === 'declined' ? null : is.fieldworker
  if ((holder?.id ?? null) !== (was.fieldworker?.id ?? null)) {
    return holder ? `${holder.name} has it now.` : 'Nobody has it any more.'
  }
  return null
}

/** Every visit of the plan as it was, and those that would change not even touched. */
const assertAsSeen = async (req: PayloadRequest, day: RouteDay, changes: DayChange[]) => {
  const now = new Map((await readDayVisits(req, day.span)).map((visit) => [visit.id, visit]))
  const touched = new Set(changes.map(({ visit }) => visit.id))
  const changed = day.visits.flatMap((was) => {
    const is = now.get(was.id)
    const what = whatChanged(was, is)
    if (what) return [seenAs(was, what)]
    if (touched.has(was.id) && is?.version !== was.version) return [seenAs(was, 'It was edited.')]
    if (touched.has(was.id) && is?.progress !== 'not_started')
      return [seenAs(was, 'It is under way.')]
    return []
  })
  if (changed.length > 0) throw stale(changed)
}

const staleCodes = new Set([
  'slot-taken',
  'transition-refused',
  'stale-version',
  'invalid-input',
  'not-found',
])

const applyOne = async (req: PayloadRequest, { visit, person, start, end }: DayChange) => {
  const isMoved = start !== visit.start
  const time = { start: new Date(start).toISOString(), end: new Date(end).toISOString() }
  try {
    const body = { fieldworker: person, reason, ...(isMoved && time) }
    return await assignVisit(req, { id: visit.id, body })
  } catch (error) {
    const { code, message } = error as DomainError
    if (postgresCode(error) === '23P01') throw stale([seenAs(visit, 'Its new time is taken.')])
    if (!staleCodes.has(code)) throw error
    throw stale([seenAs(visit, message)])
  }
}

/**
 * Applies a proposal as one change: every visit through the commands that staff use, all of them
 * or none. Answers the visits as they are now; a rescheduled one is its successor.
 * `onApplied` runs inside the transaction.
 * @throws {DomainError} stale-plan 409 with `details.changed`, transition-refused, not-allowed
 */
export const applyRoutes = (
  req: PayloadRequest,
  id: string,
  { onApplied }: { onApplied?: (changed: string[]) => Promise<void> } = {},
): Promise<string[]> =>
  inTransaction(req, async () => {
    const { state, day, plan } = await findProposal(req, id, { lock: true })
    if (!plan || (state !== 'ready' && state !== 'searching')) {
      throw new DomainError('transition-refused', `These routes are ${state}. Ask for new ones.`)
    }
    const changes = changesOf(day, plan)
    const bookings = new Set(changes.map(({ visit }) => visit.booking.id))
    for (const booking of [...bookings].toSorted()) await lockRow(req, 'bookings', booking)
    await assertAsSeen(req, day, changes)
    const people = changes.flatMap(({ visit, person }) => [person, visit.fieldworker?.id ?? person])
    await lockFieldworkers(req, people)
    // None is in the way of another that moves along.
    const moved = changes.map(({ visit }) => visit.id)
    await writeOccupancies(req, { replace: { appointments: moved }, rows: [] })
    const applied: string[] = []
    for (const change of changes.toSorted((a, b) => a.start - b.start)) {
      applied.push((await applyOne(req, change)).id)
    }
    await endProposal(req, id, 'applied')
    await onApplied?.(applied)
    return applied
  })
