import type { PayloadRequest } from 'payload'
import { DomainError } from '../../domain/domain-error.ts'
import { placeOfBooking } from '../../hooks/bookings/place-of-booking.ts'
import { idOf } from '../../hooks/id-of.ts'
import type { Appointment } from '../../payload-types.ts'
import { eligiblePeopleFor } from '../scheduling/people-for-slot.ts'

/** Who has said no to this visit: they are not asked again unless somebody names them. */
const declinersOf = async (req: PayloadRequest, visit: string): Promise<Set<string>> => {
  const { docs } = await req.payload.find({
    collection: 'assignment-offers',
    where: { and: [{ appointment: { equals: visit } }, { state: { equals: 'declined' } }] },
    depth: 0,
    pagination: false,
    // The caller may lack the right to read offers; only the choice is told.
    overrideAccess: true,
    req,
  })
  return new Set(docs.map(({ fieldworker }) => idOf(fieldworker) ?? ''))
}

/**
 * The id of whoever suits a visit best: eligible, free at its time, not somebody who declined it,
 * and with the least other work around that day (DS-03, DS-09).
 * @throws {DomainError} slot-taken 409 when nobody is left
 */
export const whoSuits = async (req: PayloadRequest, visit: Appointment): Promise<string> => {
  const place = await placeOfBooking(req, visit)
  const [{ people }, decliners] = await Promise.all([
    eligiblePeopleFor(req, {
      service: idOf(visit.service) ?? '',
      place: place.query,
      start: Date.parse(visit.start),
      end: Date.parse(visit.end),
      now: Date.now(),
      except: visit.id,
    }),
    declinersOf(req, visit.id),
  ])
  const found = people.find(({ id, free }) => free && !decliners.has(id))
  if (found) return found.id
  throw new DomainError(
    'slot-taken',
    'Nobody else who can do this visit is free at its time. Move it, or ask somebody by name.',
    { status: 409, field: 'fieldworker' },
  )
}
