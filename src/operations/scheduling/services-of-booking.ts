import type { PayloadRequest } from 'payload'
import { referenceOf } from '../../database/scheduling/reference-cache.ts'
import type { AvailabilityService } from '../../database/scheduling/reference-types.ts'
import { idOf } from '../../domain/id-of.ts'
import { linesOf } from '../../steps/bookings/lines-of.ts'

/** What a booking is of, as the catalogue has it now; one that is gone counts as inactive. */
export const servicesOfBooking = async (
  req: PayloadRequest,
  booking: string,
): Promise<Pick<AvailabilityService, 'active' | 'bookable' | 'id' | 'mode' | 'name'>[]> => {
  const { services } = await referenceOf(req)
  return (await linesOf(req, booking)).map((line) => {
    const id = idOf(line.service) ?? ''
    const name = line.description ?? 'This work'
    const known = services.find((service) => service.id === id)
    return known ?? { id, name, active: false, bookable: false, mode: 'request' }
  })
}
