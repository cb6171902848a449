import type { AcceptanceState } from '../../domain/bookings/acceptance-lifecycle.ts'
import { type BookingState, bookingStates } from '../../domain/bookings/booking-lifecycle.ts'
import type { ProgressState } from '../../domain/bookings/progress-lifecycle.ts'
import { isLive } from '../../domain/bookings/states.ts'
import type { GlyphName } from './glyph.tsx'

const labels: Record<BookingState, string> = {
  pending: 'Pending',
  confirmed: 'Confirmed',
  completed: 'Completed',
  cancelled: 'Cancelled',
  no_show: 'No-show',
  rescheduled: 'Rescheduled',
}

/** The statuses of bookings and visits, as the panel names them. */
export const statusChoices = bookingStates.map((value) => ({ value, label: labels[value] }))

export type Look = { label: string; tone: string; glyph: GlyphName }

const statusLooks: Record<string, Omit<Look, 'label'>> = {
  pending: { tone: 'yellow', glyph: 'clock' },
  confirmed: { tone: 'blue', glyph: 'check' },
  completed: { tone: 'green', glyph: 'checkDouble' },
  cancelled: { tone: 'red', glyph: 'cross' },
  no_show: { tone: 'gray', glyph: 'slash' },
  rescheduled: { tone: 'purple', glyph: 'swap' },
} satisfies Record<BookingState, Omit<Look, 'label'>>

export const acceptanceLooks: Record<string, Look> = {
  unassigned: { label: 'Not assigned', tone: 'gray', glyph: 'personOff' },
  pending: { label: 'Awaiting answer', tone: 'yellow', glyph: 'clock' },
  accepted: { label: 'Accepted', tone: 'green', glyph: 'check' },
  declined: { label: 'Declined', tone: 'red', glyph: 'cross' },
  not_required: { label: 'Assigned', tone: 'blue', glyph: 'person' },
} satisfies Record<AcceptanceState, Look>

export const progressLooks: Record<string, Look> = {
  en_route: { label: 'On the way', tone: 'purple', glyph: 'pin' },
  in_progress: { label: 'Working', tone: 'purple', glyph: 'dot' },
  paused: { label: 'Paused', tone: 'yellow', glyph: 'pause' },
  finished: { label: 'Finished', tone: 'green', glyph: 'checkDouble' },
} satisfies Partial<Record<ProgressState, Look>>

export const statusLook = (status: string): Look => ({
  glyph: statusLooks[status]?.glyph ?? 'dot',
  label: statusChoices.find(({ value }) => value === status)?.label ?? status,
  tone: statusLooks[status]?.tone ?? 'gray',
})

/** The colour of a status, and the word that tells most about a visit: work, answer, else status. */
export const visitLook = (visit: {
  status: string
  acceptance: string
  progress: string
}): Look => {
  const look = statusLook(visit.status)
  if (!isLive(visit)) return look
  const asked = ['unassigned', 'pending', 'declined'].includes(visit.acceptance)
  const telling =
    progressLooks[visit.progress] ?? (asked ? acceptanceLooks[visit.acceptance] : undefined)
  return telling ? { ...telling, tone: look.tone } : look
}
