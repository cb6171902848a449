import type { PayloadRequest } from 'payload'
import { preloadedOf } from '../../database/records/preloaded.ts'
import { idOf } from '../../domain/id-of.ts'
import type { AssignmentOffer } from '../../payload-types.ts'

/** All offers of each visit, oldest first, by the visit; a visit without any has no entry. */
export const offersOfEach = async (
  req: PayloadRequest,
  appointments: string[],
): Promise<Map<string, AssignmentOffer[]>> => {
  const known = new Map(
    appointments.flatMap((id) => {
      const given = preloadedOf<AssignmentOffer[]>(req, `offers:${id}`)
      return given ? [[id, given] as const] : []
    }),
  )
  const unknown = appointments.filter((id) => !known.has(id))
  if (unknown.length === 0) return known
  const { docs } = await req.payload.find({
    collection: 'assignment-offers',
    where: { appointment: { in: unknown } },
    sort: 'createdAt',
    pagination: false,
    depth: 0,
    req,
    overrideAccess: true,
  })
  const read = Map.groupBy(docs, ({ appointment }) => idOf(appointment) ?? '')
  return new Map([...known, ...read])
}

/** All offers of a visit, oldest first. */
export const offersOf = async (
  req: PayloadRequest,
  appointment: string,
): Promise<AssignmentOffer[]> => (await offersOfEach(req, [appointment])).get(appointment) ?? []

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
