import type { PayloadRequest } from 'payload'
import { placeOfBooking } from '../bookings/place-of-booking.ts'
import { idOf } from '../../domain/id-of.ts'
import type { Appointment } from '../../payload-types.ts'
import { eligiblePeopleFor } from './people-for-slot.ts'

/**
 * Ids of those who could take a visit at its own time: eligible and free, whoever has the least
 * other work around that day first. The time that the visit itself holds does not count.
 */
export const freeForVisit = async (
  req: PayloadRequest,
  visit: Appointment,
  now = Date.now(),
): Promise<string[]> => {
  const place = await placeOfBooking(req, visit)
  const { people } = await eligiblePeopleFor(req, {
    service: idOf(visit.service) ?? '',
    place: place.query,
    start: Date.parse(visit.start),
    end: Date.parse(visit.end),
    now,
    except: visit.id,
  })
  return people.filter(({ free }) => free).map(({ id }) => id)
}
