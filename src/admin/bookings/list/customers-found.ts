import type { PayloadRequest } from 'payload'

/** Beyond so many, looking them up by id costs more than reading them with their bookings. */
const most = 200

/**
 * The customers whose own details contain a text, by an index of theirs; null where they are too
 * many to be named.
 */
export const customersFound = async (req: PayloadRequest, q: string): Promise<string[] | null> => {
  if (!q) return []
  const { docs } = await req.payload.find({
    collection: 'customers',
    where: { or: ['name', 'email', 'phone'].map((field) => ({ [field]: { contains: q } })) },
    select: {},
    limit: most + 1,
    pagination: false,
    depth: 0,
    trash: true,
    req,
    overrideAccess: false,
  })
  return docs.length > most ? null : docs.map(({ id }) => id)
}
