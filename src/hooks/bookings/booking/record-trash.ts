import { isLive } from '../../../domain/bookings/states.ts'
import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import { writeOccupancies } from '../../../database/scheduling/occupancies.ts'
import type { Appointment, Booking } from '../../../payload-types.ts'
import { idOf } from '../../../domain/id-of.ts'
import { changeVisit } from '../../../steps/bookings/change-visit.ts'
import { allocateTime } from '../../../steps/scheduling/allocate-time.ts'
import { offersOf, updateOffer } from '../../../steps/bookings/offers.ts'
import { overridingBefore } from '../../../steps/scheduling/overriding-of.ts'
import { placeOfBooking } from '../../../steps/bookings/place-of-booking.ts'
import { holdingOf } from '../../../steps/scheduling/holding-of.ts'
import { visitsOf } from '../../../steps/bookings/visits-of.ts'

const release = async (req: PayloadRequest, visits: Appointment[]) => {
  await writeOccupancies(req, { replace: { appointments: visits.map(({ id }) => id) }, rows: [] })
  for (const visit of visits.filter(isLive)) {
    for (const offer of await offersOf(req, visit.id)) {
      if (offer.state === 'pending') await updateOffer(req, offer.id, { state: 'withdrawn' })
    }
  }
}

const isRefusal = (error: unknown) =>
  ['slot-taken', 'invalid-input'].includes(String((error as { code?: unknown })?.code))

/** Wins the time of a visit back, or says that somebody else has it by now. */
const reclaim = async (req: PayloadRequest, visit: Appointment): Promise<boolean> => {
  const holding = holdingOf(visit)
  if (!holding) return true
  const place = await placeOfBooking(req, visit)
  const claim = {
    service: idOf(visit.service) ?? '',
    place: place.query,
    start: visit.start,
    end: visit.end,
    busyStart: holding.startsAt,
    busyEnd: holding.endsAt,
    who: holding.fieldworker,
    appointment: visit.id,
    overriding: overridingBefore(['absence', 'calendar', 'hours']),
    keepsReservations: true,
  }
  try {
    await allocateTime(req, [claim])
  } catch (error) {
    if (isRefusal(error)) return false
    throw error
  }
  const rows = [{ ...holding, exclusive: true, appointment: visit.id }]
  await writeOccupancies(req, { replace: { appointments: [visit.id] }, rows })
  return true
}

/**
 * Record: a trashed booking gives its people's time back and withdraws its offers; a restored one
 * wins the time again, or its visits come back unassigned.
 */
export const recordTrash: CollectionAfterChangeHook<Booking> = async ({
  data,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  if (operation === 'create' || Boolean(data.deletedAt) === Boolean(previousDoc?.deletedAt)) {
    return doc
  }
  const visits = await visitsOf(req, doc.id)
  if (data.deletedAt) {
    await release(req, visits)
    return doc
  }
  for (const visit of visits.filter(isLive)) {
    const isBack = await reclaim(req, visit)
    if (isBack && visit.acceptance !== 'pending') continue
    const command = { name: 'restore' }
    const change = isBack
      ? {
          acceptance: 'unassigned' as const,
          reservedFor: idOf(visit.fieldworker) ?? idOf(visit.reservedFor),
        }
      : { acceptance: 'unassigned' as const, reservedFor: null, unreserved: true }
    await changeVisit({ req, id: visit.id, data: { ...change, fieldworker: null }, command })
  }
  return doc
}
