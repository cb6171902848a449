import type { AcceptanceState } from '../../../src/domain/bookings/acceptance-lifecycle.ts'
import type { BookingState } from '../../../src/domain/bookings/booking-lifecycle.ts'
import type { ProgressState } from '../../../src/domain/bookings/progress-lifecycle.ts'
import { isLive } from '../../../src/domain/bookings/states.ts'
import { listWords } from '../../../src/domain/words/list-words.ts'
import { siteLocale } from './site-locale.ts'

type Tone = 'good' | 'wait' | 'bad' | 'plain' | 'brand'
export type Words = { label: string; tone: Tone; icon: 'check' | 'clock' | 'cross' | 'van' | 'dot' }

const byStatus: Record<string, Words> = {
  pending: { label: 'Waiting for confirmation', tone: 'wait', icon: 'clock' },
  confirmed: { label: 'Appointment confirmed', tone: 'good', icon: 'check' },
  completed: { label: 'Visit complete', tone: 'plain', icon: 'check' },
  cancelled: { label: 'Cancelled', tone: 'bad', icon: 'cross' },
  rescheduled: { label: 'Moved to a new time', tone: 'plain', icon: 'clock' },
  no_show: { label: 'No one home', tone: 'bad', icon: 'cross' },
} satisfies Record<BookingState, Words>
const byProgress: Record<string, Words> = {
  en_route: { label: 'On the way', tone: 'brand', icon: 'van' },
  in_progress: { label: 'In progress', tone: 'brand', icon: 'dot' },
  paused: { label: 'Paused', tone: 'wait', icon: 'clock' },
  finished: { label: 'Visit complete', tone: 'plain', icon: 'check' },
} satisfies Partial<Record<ProgressState, Words>>

/** What a customer reads for the state of a booking or visit; progress speaks while it is open. */
export function customerWords({ status, progress }: { status: string; progress: string }): Words {
  const known = byStatus[status.replaceAll('-', '_')]
  const moving = isLive({ status }) ? byProgress[progress.replaceAll('-', '_')] : undefined
  return moving ?? known ?? { label: 'Being looked at', tone: 'plain', icon: 'dot' }
}

const byAwaited: Record<string, string> = {
  approval: 'our office to approve it',
  fieldworker: 'one of our people to accept it',
  customer: 'your OK',
  deposit: 'your deposit',
  office: 'our office to confirm it',
}

/** Names what a pending booking waits for, as the end of "We are waiting for …". */
export const awaitedWords = (awaiting: string[]) =>
  listWords(
    awaiting.map((gate) => byAwaited[gate] ?? byAwaited['office'] ?? gate),
    siteLocale(),
  )

const fieldByAcceptance: Record<string, Words> = {
  pending: { label: 'Needs your answer', tone: 'wait', icon: 'clock' },
  declined: { label: 'You declined', tone: 'bad', icon: 'cross' },
} satisfies Partial<Record<AcceptanceState, Words>>
const fieldByProgress: Record<string, Words> = {
  not_started: { label: 'To do', tone: 'good', icon: 'check' },
  en_route: { label: 'On my way', tone: 'brand', icon: 'van' },
  in_progress: { label: 'Working', tone: 'brand', icon: 'dot' },
  paused: { label: 'Paused', tone: 'wait', icon: 'clock' },
  finished: { label: 'Finished', tone: 'plain', icon: 'check' },
} satisfies Record<ProgressState, Words>

/** What a fieldworker reads for one of their visits. */
export function fieldWords(visit: { status: string; acceptance: string; progress: string }): Words {
  if (!isLive(visit) && visit.status !== 'completed') return customerWords(visit)
  return (
    fieldByAcceptance[visit.acceptance] ??
    fieldByProgress[visit.progress.replaceAll('-', '_')] ??
    customerWords(visit)
  )
}
