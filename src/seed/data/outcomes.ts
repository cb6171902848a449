import type { OutcomeName } from './stories.ts'

type Status = 'pending' | 'confirmed' | 'completed' | 'cancelled' | 'no_show' | 'rescheduled'
type Gate = 'not_required' | 'open' | 'passed' | 'rejected'

/** What an outcome means for a booking and its visits. */
export type Outcome = {
  booking: Status
  visit: Status
  /** Where the visits lie: over before now, running or late now, or still to come. */
  when: 'past' | 'now' | 'future'
  /** `held` is accepted, or not_required where nobody is asked. */
  acceptance: 'held' | 'pending' | 'declined' | 'unassigned'
  progress: 'not_started' | 'in_progress' | 'finished'
  approval?: Gate
  customer?: Gate
}

const confirmed = { booking: 'confirmed', visit: 'confirmed' } as const
const pending = { booking: 'pending', visit: 'pending', when: 'future' } as const
const cancelled = { booking: 'cancelled', visit: 'cancelled', acceptance: 'held' } as const
const still = { progress: 'not_started' } as const

export const outcomes: Record<OutcomeName, Outcome> = {
  completed: {
    booking: 'completed',
    visit: 'completed',
    when: 'past',
    acceptance: 'held',
    progress: 'finished',
  },
  'no-show': { booking: 'no_show', visit: 'no_show', when: 'past', acceptance: 'held', ...still },
  'cancelled-past': { ...cancelled, when: 'past', ...still },
  rescheduled: {
    booking: 'rescheduled',
    visit: 'rescheduled',
    when: 'future',
    acceptance: 'held',
    ...still,
  },
  overdue: { ...confirmed, when: 'past', acceptance: 'held', progress: 'in_progress' },
  'under-way': { ...confirmed, when: 'now', acceptance: 'held', progress: 'in_progress' },
  confirmed: { ...confirmed, when: 'future', acceptance: 'held', ...still },
  'awaiting-approval': { ...pending, acceptance: 'unassigned', approval: 'open', ...still },
  'approval-rejected': { ...pending, acceptance: 'unassigned', approval: 'rejected', ...still },
  'awaiting-customer': { ...pending, acceptance: 'held', customer: 'open', ...still },
  offered: { ...pending, acceptance: 'pending', ...still },
  broadcast: { ...pending, acceptance: 'pending', ...still },
  declined: { ...pending, acceptance: 'declined', ...still },
  'declined-late': { ...confirmed, when: 'future', acceptance: 'declined', ...still },
  reopened: { ...confirmed, when: 'future', acceptance: 'pending', ...still },
  unassigned: { ...pending, acceptance: 'unassigned', ...still },
  'unassigned-confirmed': {
    booking: 'confirmed',
    visit: 'pending',
    when: 'future',
    acceptance: 'unassigned',
    ...still,
  },
  cancelled: { ...cancelled, when: 'future', ...still },
}
