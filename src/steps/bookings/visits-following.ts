import type { Command } from '../../contracts/bookings/command.ts'
import { wantedOnApproval } from '../../domain/bookings/assignment.ts'
import type { BookingState } from '../../domain/bookings/booking-lifecycle.ts'
import { isAnswered } from '../../domain/bookings/gates.ts'
import { isLive } from '../../domain/bookings/states.ts'
import { idOf } from '../../domain/id-of.ts'
import type { Appointment, Booking } from '../../payload-types.ts'

type Visit = Appointment
export type Following = { id: string; data: Partial<Visit>; command: Pick<Command, 'name' | 'to'> }

const hasStarted = ({ start }: Visit, now: number) => Date.parse(start) <= now

/** The status that the booking's new one gives to an open visit; null leaves it alone. */
const statusFor: Record<BookingState, (visit: Visit, now: number) => BookingState | null> = {
  pending: () => null,
  confirmed: (visit) => (visit.status === 'pending' && isAnswered(visit) ? 'confirmed' : null),
  cancelled: () => 'cancelled',
  rescheduled: () => 'rescheduled',
  completed: (visit, now) => (hasStarted(visit, now) ? 'completed' : 'cancelled'),
  no_show: (visit, now) =>
    visit.status === 'confirmed' && hasStarted(visit, now) ? 'no_show' : 'cancelled',
}

/** Once the approval has passed, people are asked whose time was only reserved. */
const offerFor = (visit: Visit): Omit<Following, 'id'>[] => {
  const { method, acceptance } = visit
  const reservedFor = idOf(visit.reservedFor)
  const wanted = wantedOnApproval({ method, acceptance, reservedFor })
  if (wanted === 'nobody') return []
  const name = 'assign'
  if (wanted === 'person') return [{ data: { fieldworker: reservedFor }, command: { name } }]
  return [{ data: { fieldworker: null }, command: { name, to: { fieldworker: 'any' } } }]
}

/** What becomes of a booking's visits when it changes so. */
export const visitsFollowing = (
  before: Partial<Booking>,
  now: Booking,
  visits: Visit[],
): Following[] => {
  const time = Date.now()
  const open = visits.filter(isLive)
  const isApproved = before.gates?.approval !== 'passed' && now.gates?.approval === 'passed'
  const hasChanged = before.status !== now.status
  return open.flatMap((visit): Following[] => {
    const status = hasChanged ? statusFor[now.status](visit, time) : null
    if (status) return [{ id: visit.id, data: { status }, command: { name: 'follow-booking' } }]
    return isApproved ? offerFor(visit).map((follows) => ({ id: visit.id, ...follows })) : []
  })
}
