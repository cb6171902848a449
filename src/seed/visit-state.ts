import { outcomes } from './data/outcomes.ts'
import type { PlannedBooking, PlannedVisit } from './plan-booking.ts'
import type { SeedService } from './world.ts'

export type VisitState = {
  status: 'pending' | 'confirmed' | 'completed' | 'cancelled' | 'no_show' | 'rescheduled'
  acceptance: 'unassigned' | 'pending' | 'accepted' | 'declined' | 'not_required'
  progress: 'not_started' | 'in_progress' | 'finished'
  method: 'direct' | 'request' | 'broadcast'
  fieldworker: string | null
  reservedFor: string | null
}

/** Where one visit of a planned booking stands now; visits of a running series go their way. */
export const visitState = (
  planned: PlannedBooking,
  { visit, service, now }: { visit: PlannedVisit; service: SeedService; now: number },
): VisitState => {
  const outcome = outcomes[planned.story.outcome]
  const person = visit.person.id
  // Work that is given directly confirms at once: what still waits for somebody was to be asked for.
  const isWaiting = outcome.booking === 'pending' && outcome.acceptance === 'unassigned'
  const isAsked = ['pending', 'declined'].includes(outcome.acceptance) || isWaiting
  const method = isAsked && service.method === 'direct' ? 'request' : service.method
  const base = { method, ...outcomeOf(outcome, visit, now) }
  switch (outcome.acceptance) {
    case 'held': {
      const acceptance = method === 'direct' ? 'not_required' : 'accepted'
      return { ...base, acceptance, fieldworker: person, reservedFor: null }
    }
    case 'pending':
      return method === 'broadcast'
        ? { ...base, acceptance: 'pending', fieldworker: null, reservedFor: person }
        : { ...base, acceptance: 'pending', fieldworker: person, reservedFor: null }
    case 'declined':
      return { ...base, acceptance: 'declined', fieldworker: null, reservedFor: null }
    case 'unassigned':
      return { ...base, acceptance: 'unassigned', fieldworker: null, reservedFor: person }
  }
}

const outcomeOf = (
  outcome: (typeof outcomes)[keyof typeof outcomes],
  visit: PlannedVisit,
  now: number,
): Pick<VisitState, 'status' | 'progress'> => {
  const isOver = outcome.when === 'future' && visit.end < now && outcome.visit === 'confirmed'
  if (isOver) return { status: 'completed', progress: 'finished' }
  return { status: outcome.visit, progress: outcome.progress }
}
