import type { PayloadRequest } from 'payload'
import { preloadedOf } from '../../database/records/preloaded.ts'
import type { AssignmentOffer } from '../../payload-types.ts'

/** All offers of a visit, oldest first. */
export const offersOf = async (
  req: PayloadRequest,
  appointment: string,
): Promise<AssignmentOffer[]> => {
  const given = preloadedOf<AssignmentOffer[]>(req, `offers:${appointment}`)
  if (given) return given
  const { docs } = await req.payload.find({
    collection: 'assignment-offers',
    where: { appointment: { equals: appointment } },
    sort: 'createdAt',
    pagination: false,
    depth: 0,
    req,
    overrideAccess: true,
  })
  return docs
}

/** Writes an offer as the house itself; the appointment's guards have decided already. */
export const createOffer = (req: PayloadRequest, data: Partial<AssignmentOffer>) =>
  req.payload.create({
    collection: 'assignment-offers',
    data: data as never,
    depth: 0,
    req,
    overrideAccess: true,
  })

/** Closes an offer with its answer. */
export const updateOffer = (req: PayloadRequest, id: string, data: Partial<AssignmentOffer>) =>
  req.payload.update({
    collection: 'assignment-offers',
    id,
    data: data as never,
    depth: 0,
    req,
    overrideAccess: true,
  })
