import type { StoredDayVisit } from '../../database/scheduling/route-day-queries.ts'
import { DomainError } from '../../domain/domain-error.ts'
import type { DayVisit } from '../../domain/scheduling/routes/route-day.ts'

export type Stale = { id: string; number: string; what: string }

/** The refusal of a plan that no longer fits its day, with the visits that have changed. */
export const stalePlan = (changed: Stale[], message: string): DomainError =>
  new DomainError('stale-plan', message, { details: { changed } })

export const staleVisit = ({ booking, id }: DayVisit, what: string): Stale => ({
  id,
  number: booking.number,
  what,
})

type Placed = Pick<DayVisit, 'status' | 'start' | 'end'> & { person: string | null }

/** What became of a visit since it was placed there; null where it still is. */
export const whatChanged = (was: Placed, is: StoredDayVisit | undefined): string | null => {
  if (!is) return 'It is no longer open on this day.'
  if (is.status !== was.status) return `It is ${is.status} now.`
  if (is.start !== was.start || is.end !== was.end) return 'Its time has changed.'
  const holder = is.acceptance === 'declined' ? null : is.fieldworker
  if ((holder?.id ?? null) !== was.person) {
    return holder ? `${holder.name} has it now.` : 'It is unassigned now.'
  }
  return null
}
