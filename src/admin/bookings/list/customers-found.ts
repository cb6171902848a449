import type { PayloadRequest } from 'payload'
import { actorOf, may } from '../../../access/actor.ts'

/** Beyond so many, looking them up by id costs more than reading them with their bookings. */
const most = 200

/**
 * The customers whose own details contain a text, by an index of theirs; null where they are too
 * many to be named. None for a caller who may not see customers: bookings have names of their own.
 */
export const customersFound = async (req: PayloadRequest, q: string): Promise<string[] | null> => {
  if (!q || !may(await actorOf(req), 'customer.view')) return []
  const { docs } = await req.payload.find({
    collection: 'customers',
    where: { or: ['name', 'email', 'phone'].map((field) => ({ [field]: { contains: q } })) },
    select: {},
    limit: most + 1,
    pagination: false,
    depth: 0,
    req,
    overrideAccess: false,
  })
  return docs.length > most ? null : docs.map(({ id }) => id)
}
