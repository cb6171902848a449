import type { PayloadRequest } from 'payload'
import { preloadedOf } from '../../database/records/preloaded.ts'
import type { Appointment } from '../../payload-types.ts'

/** All visits of a booking in order of time, ended and replaced ones included. */
export const visitsOf = async (req: PayloadRequest, booking: string): Promise<Appointment[]> => {
  const given = preloadedOf<Appointment[]>(req, `visits:${booking}`)
  if (given) return given
  const { docs } = await req.payload.find({
    collection: 'appointments',
    where: { booking: { equals: booking } },
    sort: 'start',
    pagination: false,
    depth: 0,
    req,
    overrideAccess: true,
  })
  return docs
}
