import { isSkippedBy } from '../../domain/bookings/command-facts.ts'
import { isHeld } from '../../domain/bookings/states.ts'
import type { PayloadRequest } from 'payload'
import { commandOf } from '../../access/command.ts'
import { idOf } from '../../domain/id-of.ts'
import { offersOf } from '../bookings/offers.ts'
import type { Appointment } from '../../payload-types.ts'
import { announceBooking } from './announce-booking.ts'

export type AnnouncedMove = {
  /** The visit as it was. */
  before: Appointment
  /** Id of the visit at its new time: itself, or its successor. */
  after: string
}

/** Who had or was asked for a visit and has no part in it any more. */
const lostBy = async (req: PayloadRequest, before: Appointment, after: Appointment) => {
  const was = idOf(before.fieldworker)
  if (!was || !isHeld(before) || was === idOf(after.fieldworker)) return []
  const offers = await offersOf(req, after.id)
  const isAsked = offers.some(
    ({ state, fieldworker }) => state === 'pending' && idOf(fieldworker) === was,
  )
  return isAsked ? [] : [{ appointment: before.id, fieldworker: was }]
}

/**
 * Tells everybody once that visits of a booking have a new time: the customer, whoever
 * keeps, gets or is asked for them, and whoever lost them; the calendars follow.
 */
export async function announceMove(
  req: PayloadRequest,
  {
    bookingId,
    moves,
    reason = null,
  }: { bookingId: string; moves: AnnouncedMove[]; reason?: string | null },
): Promise<void> {
  const { docs } = await req.payload.find({
    collection: 'appointments',
    where: { id: { in: moves.map(({ after }) => after) } },
    pagination: false,
    depth: 0,
    req,
    overrideAccess: true,
  })
  const now = new Map(docs.map((visit) => [visit.id, visit]))
  const kept: string[] = []
  const gained: string[] = []
  for (const { before, after } of moves) {
    const visit = now.get(after)
    if (!visit) continue
    const was = idOf(before.fieldworker)
    const oldBooking = idOf(before.booking) ?? bookingId
    const formerly = await lostBy(req, before, visit)
    const old = { bookingId: oldBooking, appointmentIds: [before.id], formerly }
    if (formerly.length > 0) await announceBooking(req, { ...old, effect: 'offer-withdrawn' })
    const left = was && (before.id !== after || was !== idOf(visit.fieldworker)) ? [was] : []
    await announceBooking(req, {
      ...old,
      effect: 'visit-changed',
      formerly: left.map((fieldworker) => ({ appointment: before.id, fieldworker })),
    })
    if (visit.acceptance !== 'not_required' || visit.status !== 'confirmed') continue
    if (was === idOf(visit.fieldworker)) kept.push(after)
    else gained.push(after)
  }
  // A whole series says once what moved (`announceSeries`).
  if (isSkippedBy(commandOf(req), 'customer-notice')) return
  const appointmentIds = moves.map(({ after }) => after)
  await announceBooking(req, { effect: 'booking-moved', bookingId, appointmentIds, reason })
  await announceBooking(req, { effect: 'visit-offered', bookingId, appointmentIds })
  if (kept.length > 0)
    await announceBooking(req, { effect: 'visit-retimed', bookingId, appointmentIds: kept })
  if (gained.length > 0)
    await announceBooking(req, { effect: 'visit-assigned', bookingId, appointmentIds: gained })
}
