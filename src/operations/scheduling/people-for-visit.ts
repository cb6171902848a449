import type { PayloadRequest } from 'payload'
import { DomainError } from '../../domain/domain-error.ts'
import { idOf } from '../../hooks/id-of.ts'
import { placeOfBooking } from '../../hooks/bookings/place-of-booking.ts'
import { type PeopleForSlot, eligiblePeopleFor } from './people-for-slot.ts'

/**
 * Who can take a visit that exists, its own time counting as free (DS-03).
 * @throws {DomainError} not-found, invalid-input
 */
export const peopleForVisit = async (req: PayloadRequest, id: string): Promise<PeopleForSlot> => {
  const { docs } = await req.payload.find({
    collection: 'appointments',
    where: { id: { equals: id } },
    depth: 0,
    limit: 1,
    overrideAccess: false,
    req,
  })
  const [visit] = docs
  if (!visit) throw new DomainError('not-found', 'There is no such visit.', { status: 404 })
  const place = await placeOfBooking(req, visit)
  return eligiblePeopleFor(req, {
    service: idOf(visit.service) ?? '',
    place: place.query,
    start: Date.parse(visit.start),
    end: Date.parse(visit.end),
    now: Date.now(),
    except: id,
  })
}
