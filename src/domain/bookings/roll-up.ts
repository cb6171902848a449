import type { BookingState } from './booking-lifecycle.ts'
import { type Gates, isReadyToConfirm } from './gates.ts'
import { isDropped, isEnded, isLive } from './states.ts'

type RollUpBooking = { status: BookingState; gates: Partial<Record<keyof Gates, string | null>> }

type RollUpVisit = {
  status: BookingState
  acceptance: string
  method?: string | null | undefined
  start: string
  end: string
}

export type RollUp = {
  /** What the visits make of the booking; its present status when they change nothing. */
  status: BookingState
  startsAt: string | null
  endsAt: string | null
}

const outcomeOf = (visits: readonly RollUpVisit[]): BookingState => {
  if (visits.some(({ status }) => status === 'completed')) return 'completed'
  return visits.some(({ status }) => status === 'no_show') ? 'no_show' : 'cancelled'
}

const statusOf = (booking: RollUpBooking, visits: readonly RollUpVisit[]): BookingState => {
  if (!isLive(booking)) return booking.status
  const counted = visits.filter(({ status }) => status !== 'rescheduled')
  if (counted.length > 0 && counted.every(isEnded)) {
    const outcome = outcomeOf(counted)
    // Work was done although the booking never confirmed: it confirms before it may end.
    return booking.status === 'pending' && outcome !== 'cancelled' ? 'confirmed' : outcome
  }
  const isReady = booking.status === 'pending' && isReadyToConfirm(booking.gates, visits)
  return isReady ? 'confirmed' : booking.status
}

/**
 * What follows for a booking from its visits; it only moves forward.
 * Whether `completed` is carried out or only proposed is the caller's setting.
 */
export const rollUp = (booking: RollUpBooking, visits: readonly RollUpVisit[]): RollUp => {
  const active = visits.filter((visit) => !isDropped(visit))
  const spanned = active.length > 0 ? active : visits
  const starts = spanned.map(({ start }) => Date.parse(start))
  const finishes = spanned.map(({ end }) => Date.parse(end))
  return {
    status: statusOf(booking, visits),
    startsAt: starts.length > 0 ? new Date(Math.min(...starts)).toISOString() : null,
    endsAt: finishes.length > 0 ? new Date(Math.max(...finishes)).toISOString() : null,
  }
}
