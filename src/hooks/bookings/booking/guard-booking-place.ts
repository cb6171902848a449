import { isLive } from '../../../domain/bookings/states.ts'
import { idOf } from '../../../domain/id-of.ts'
import type { Booking } from '../../../payload-types.ts'
import { visitsOf } from '../../../steps/bookings/visits-of.ts'
import { guardPlace } from '../guard-place.ts'

/** Guard: a booking goes to another place only where the services of its open visits are done. */
export const guardBookingPlace = guardPlace(async (req, { id }: Booking) =>
  (await visitsOf(req, id)).filter(isLive).map(({ service }) => idOf(service)),
)
