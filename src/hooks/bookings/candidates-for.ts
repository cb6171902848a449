import type { PayloadRequest } from 'payload'
import { DomainError } from '../../domain/domain-error.ts'
import { eligiblePeopleFor } from '../../operations/scheduling/people-for-slot.ts'
import type { Appointment } from '../../payload-types.ts'
import { idOf } from '../id-of.ts'
import { placeOfBooking } from './place-of-booking.ts'

/**
 * Whom a broadcast asks: everyone eligible and free, or those of `chosen` who are.
 * @throws {DomainError} invalid-input when that is nobody
 */
export const candidatesFor = async (
  req: PayloadRequest,
  visit: Appointment,
  chosen?: string[],
): Promise<string[]> => {
  const place = await placeOfBooking(req, visit)
  const { people } = await eligiblePeopleFor(req, {
    service: idOf(visit.service) ?? '',
    place: place.query,
    start: Date.parse(visit.start),
    end: Date.parse(visit.end),
    now: Date.now(),
    except: visit.id,
  })
  const able = people.filter(({ free, id }) => free && (!chosen || chosen.includes(id)))
  if (able.length > 0) return able.map(({ id }) => id)
  throw nobodyToAsk()
}

export const nobodyToAsk = (): DomainError =>
  new DomainError('invalid-input', 'Nobody who could be asked is free at this time.', {
    status: 422,
    field: 'candidates',
  })
