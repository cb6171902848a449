import { isLive } from '../../domain/bookings/states.ts'
import type { PayloadRequest } from 'payload'
import { actorOf } from '../../access/actor.ts'
import type { Held } from '../../contracts/scheduling/holds.ts'
import type { OwnHold } from '../../contracts/bookings/my-bookings.ts'
import { readService } from '../../database/scheduling/reference-cache.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { assertMoveOpen } from '../../steps/bookings/assert-move-open.ts'
import { placeOfBooking } from '../../steps/bookings/place-of-booking.ts'
import { visitSpan } from '../../steps/scheduling/visit-span.ts'
import { visitsOf } from '../../steps/bookings/visits-of.ts'
import { idOf } from '../../domain/id-of.ts'
import type { Booking } from '../../payload-types.ts'
import { holdSlot } from '../scheduling/hold-slot.ts'

/**
 * Keeps a start to which a booking may move while its customer decides. Null where nothing
 * need be kept: beside its own time, which is held already, and for several visits at once.
 * @throws {DomainError} slot-taken with the next three, rate-limited, feature-off,
 * outside-booking-window, transition-refused, invalid-input
 */
export const holdForBooking = async (
  req: PayloadRequest,
  { booking, body }: { booking: Booking; body: OwnHold },
): Promise<Held | null> => {
  await assertMoveOpen(req, { actor: await actorOf(req), startsAt: booking.startsAt })
  const open = (await visitsOf(req, booking.id)).filter(isLive)
  const [visit] = open
  const service = visit ? await readService(req, idOf(visit.service) ?? '') : null
  if (!visit || !service) {
    throw new DomainError('transition-refused', 'This booking has ended; book a new one.')
  }
  if (open.length > 1) return null
  const { busyStart, busyEnd } = visitSpan(service, body)
  const [from, to] = [visit.busyStart ?? visit.start, visit.busyEnd ?? visit.end].map(Date.parse)
  if (Date.parse(busyStart) < (to as number) && (from as number) < Date.parse(busyEnd)) return null
  const { query } = await placeOfBooking(req, booking)
  const wanted = { ...body, service: service.id, quantity: 1 }
  const { held } = await holdSlot(req, wanted, { at: query })
  return held
}
