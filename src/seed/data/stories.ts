import type { ServiceKey } from './services.ts'

/** How a demo booking stands today; `outcomes` says what that means for its records. */
export type OutcomeName =
  | 'completed'
  | 'no-show'
  | 'cancelled-past'
  | 'rescheduled'
  | 'overdue'
  | 'under-way'
  | 'confirmed'
  | 'awaiting-approval'
  | 'approval-rejected'
  | 'awaiting-customer'
  | 'offered'
  | 'broadcast'
  | 'declined'
  | 'declined-late'
  | 'reopened'
  | 'unassigned'
  | 'unassigned-confirmed'
  | 'cancelled'

/** A kind of booking and how often it occurs. */
export type Story = {
  outcome: OutcomeName
  count: number
  /** One line per service. */
  lines: readonly (readonly ServiceKey[])[]
  /** Days from today, first and last, on which the first visit may be. */
  days: readonly [number, number]
  /** Visits per line on different days. Default 1. */
  visits?: number
  /** Days between those visits. */
  everyDays?: number
}

const anyLine: readonly (readonly ServiceKey[])[] = [
  ['tap-repair'],
  ['hot-water'],
  ['blocked-drain'],
  ['safety-check'],
  ['home-clean'],
  ['lawn-tidy'],
  ['power-points'],
  ['appliance-repair'],
  ['night-plumber'],
]
const asked: readonly (readonly ServiceKey[])[] = [
  ['tap-repair'],
  ['hot-water'],
  ['safety-check'],
  ['lawn-tidy'],
  ['power-points'],
]
const crews: readonly (readonly ServiceKey[])[] = [['switchboard'], ['end-of-lease']]
const cleans: readonly (readonly ServiceKey[])[] = [['home-clean'], ['lawn-tidy']]
const mixed: readonly (readonly ServiceKey[])[] = [
  ['tap-repair', 'safety-check'],
  ['home-clean', 'lawn-tidy'],
]

/** Three weeks around today, rare kinds first so that they find their place. */
export const stories: readonly Story[] = [
  { outcome: 'unassigned', count: 2, lines: [...asked, ['night-plumber']], days: [0, 0] },
  { outcome: 'awaiting-approval', count: 2, lines: crews, days: [4, 9] },
  { outcome: 'awaiting-approval', count: 1, lines: [['tree-work']], days: [3, 8] },
  { outcome: 'approval-rejected', count: 1, lines: [['switchboard']], days: [5, 9] },
  { outcome: 'confirmed', count: 2, lines: crews, days: [3, 9] },
  { outcome: 'completed', count: 3, lines: crews, days: [-10, -2] },
  { outcome: 'under-way', count: 2, lines: anyLine, days: [0, 0] },
  { outcome: 'confirmed', count: 2, lines: cleans, days: [-8, -6], visits: 3, everyDays: 7 },
  { outcome: 'confirmed', count: 1, lines: cleans, days: [2, 3], visits: 2, everyDays: 4 },
  { outcome: 'completed', count: 2, lines: mixed, days: [-9, -1] },
  { outcome: 'confirmed', count: 2, lines: mixed, days: [2, 8] },
  { outcome: 'awaiting-customer', count: 3, lines: asked, days: [3, 8] },
  { outcome: 'offered', count: 6, lines: asked, days: [1, 6] },
  { outcome: 'broadcast', count: 2, lines: [['blocked-drain']], days: [1, 4] },
  { outcome: 'declined', count: 2, lines: asked, days: [1, 5] },
  { outcome: 'declined-late', count: 1, lines: asked, days: [1, 3] },
  { outcome: 'reopened', count: 1, lines: asked, days: [2, 5] },
  { outcome: 'unassigned', count: 3, lines: asked, days: [1, 6] },
  { outcome: 'unassigned-confirmed', count: 2, lines: asked, days: [1, 4] },
  { outcome: 'rescheduled', count: 2, lines: asked, days: [2, 7] },
  { outcome: 'cancelled', count: 4, lines: anyLine, days: [1, 8] },
  { outcome: 'cancelled-past', count: 4, lines: anyLine, days: [-9, -1] },
  { outcome: 'no-show', count: 3, lines: asked, days: [-9, -1] },
  { outcome: 'overdue', count: 2, lines: asked, days: [-1, 0] },
  { outcome: 'confirmed', count: 5, lines: anyLine, days: [0, 1] },
  { outcome: 'completed', count: 24, lines: anyLine, days: [-10, -1] },
  { outcome: 'confirmed', count: 16, lines: anyLine, days: [4, 11] },
]
