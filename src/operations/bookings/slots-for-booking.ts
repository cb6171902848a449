import { isLive } from '../../domain/bookings/states.ts'
import type { PayloadRequest } from 'payload'
import { DomainError } from '../../domain/domain-error.ts'
import { idOf } from '../../domain/id-of.ts'
import { placeOfBooking } from '../../steps/bookings/place-of-booking.ts'
import { visitsOf } from '../../steps/bookings/visits-of.ts'
import type { Booking } from '../../payload-types.ts'
import { type AvailableSlots, findAvailableSlots } from '../scheduling/find-available-slots.ts'

/**
 * Times to which a booking can move: the free ones of its first visit, whose own counts as free.
 * @throws {DomainError} not-found, feature-off, invalid-input, transition-refused
 */
export const slotsForBooking = async (
  req: PayloadRequest,
  asked: { booking: Booking; from: string; to: string; hold?: string | undefined },
): Promise<AvailableSlots> => {
  const { booking, from, to, hold } = asked
  const [first] = (await visitsOf(req, booking.id)).filter(isLive)
  if (!first) {
    throw new DomainError('transition-refused', 'This booking has ended; book a new one.')
  }
  const place = await placeOfBooking(req, booking)
  const found = await findAvailableSlots(req, {
    service: idOf(first.service) ?? '',
    place: place.query,
    from,
    to,
    now: Date.now(),
    except: first.id,
    hold,
  })
  const now = Date.parse(first.start)
  return { ...found, slots: found.slots.filter(({ start }) => start !== now) }
}
