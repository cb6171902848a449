import type { BookingState } from './booking-lifecycle.ts'
import { type Gates, isReadyToConfirm } from './gates.ts'
import { isDropped, isEnded, isLive } from './states.ts'

type RollUpBooking = {
  status: BookingState
  gates: Partial<Record<keyof Gates, string | null>>
  /** From when until when it was to take place so far. */
  startsAt?: string | null | undefined
  endsAt?: string | null | undefined
}

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

/** From the first of the visits to the last. */
const spanOf = (visits: readonly RollUpVisit[]): Pick<RollUp, 'endsAt' | 'startsAt'> => {
  const starts = visits.map(({ start }) => Date.parse(start))
  const finishes = visits.map(({ end }) => Date.parse(end))
  return {
    startsAt: starts.length > 0 ? new Date(Math.min(...starts)).toISOString() : null,
    endsAt: finishes.length > 0 ? new Date(Math.max(...finishes)).toISOString() : null,
  }
}

/**
 * What follows for a booking from its visits; it only moves forward. Where none takes place any
 * more, it stays at the time for which it was called off, whichever of its visits went before.
 * Whether `completed` is carried out or only proposed is the caller's setting.
 */
export const rollUp = (booking: RollUpBooking, visits: readonly RollUpVisit[]): RollUp => {
  const active = visits.filter((visit) => !isDropped(visit))
  const { startsAt, endsAt } = booking
  const kept = active.length === 0 && startsAt && endsAt ? { startsAt, endsAt } : null
  return {
    status: statusOf(booking, visits),
    ...(kept ?? spanOf(active.length > 0 ? active : visits)),
  }
}
