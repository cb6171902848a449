import { isLive } from '../../../src/domain/bookings/states.ts'
import type { BookingSummary } from '../../../src/contracts/bookings/my-bookings.ts'

export type Schedule = {
  next: BookingSummary | null
  upcoming: BookingSummary[]
  pending: BookingSummary[]
  past: BookingSummary[]
}

/** When somebody comes next; where all visits are over, when the first was. */
const startOf = ({ next, startsAt }: BookingSummary) =>
  Date.parse(next?.start ?? startsAt ?? '') || 0

/** A customer's bookings as they look at them: confirmed to come, still waiting, and behind them. */
export function scheduleOf(bookings: BookingSummary[], now: number): Schedule {
  const soonest = bookings.toSorted((one, other) => startOf(one) - startOf(other))
  const isOpen = (of: BookingSummary) => isLive(of) && (!of.endsAt || Date.parse(of.endsAt) > now)
  const ahead = soonest.filter((of) => isOpen(of) && of.status === 'confirmed')
  return {
    next: ahead[0] ?? null,
    upcoming: ahead.slice(1),
    pending: soonest.filter((of) => isOpen(of) && of.status === 'pending'),
    past: soonest.filter((of) => !isOpen(of)).reverse(),
  }
}
