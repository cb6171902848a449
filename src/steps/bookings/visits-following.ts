import { idOf } from '../../domain/id-of.ts'
import type { Appointment, Booking } from '../../payload-types.ts'

type Visit = Appointment
export type Following = { id: string; data: Partial<Visit>; name: string }

const isOpen = ({ status }: Visit) => status === 'pending' || status === 'confirmed'
const isHeld = ({ acceptance, method }: Visit) =>
  acceptance === 'accepted' || acceptance === 'not_required' || method === 'direct'
const hasStarted = ({ start }: Visit, now: number) => Date.parse(start) <= now

/** The status that the booking's new one gives to an open visit; null leaves it alone. */
const statusFor = (booking: Booking['status'], visit: Visit, now: number) => {
  if (booking === 'confirmed') return visit.status === 'pending' && isHeld(visit) ? booking : null
  if (booking === 'cancelled' || booking === 'rescheduled') return booking
  if (booking === 'completed') return hasStarted(visit, now) ? booking : 'cancelled'
  if (booking === 'no_show') {
    return visit.status === 'confirmed' && hasStarted(visit, now) ? booking : 'cancelled'
  }
  return null
}

/** Once the approval has passed, people are asked whose time was only reserved (DOMAIN V3). */
const offerFor = (visit: Visit): Partial<Visit> | null => {
  const person = idOf(visit.reservedFor)
  if (visit.acceptance !== 'unassigned' || visit.method === 'direct' || !person) return null
  return visit.method === 'request' ? { fieldworker: person } : { fieldworker: null }
}

/** What becomes of a booking's visits when it changes so. */
export const visitsFollowing = (
  before: Partial<Booking>,
  now: Booking,
  visits: Visit[],
): Following[] => {
  const time = Date.now()
  const open = visits.filter(isOpen)
  if (before.status !== now.status) {
    return open.flatMap((visit) => {
      const status = statusFor(now.status, visit, time)
      return status ? [{ id: visit.id, data: { status }, name: 'follow-booking' }] : []
    })
  }
  const isApproved = before.gates?.approval !== 'passed' && now.gates?.approval === 'passed'
  if (!isApproved) return []
  return open.flatMap((visit) => {
    const data = offerFor(visit)
    return data ? [{ id: visit.id, data, name: 'assign' }] : []
  })
}
