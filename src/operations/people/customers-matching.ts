import type { PayloadRequest, Where } from 'payload'
import { phoneDigits } from '../../domain/people/phone-digits.ts'

/** How many addresses are followed to whom they belong. */
const followed = 50

const contain = (fields: readonly string[], value: string): Where[] =>
  fields.map((field) => ({ [field]: { contains: value } }))

/** Addresses that contain a text, latest first, as far as the caller may read them. */
export const addressesMatching = async (
  req: PayloadRequest,
  q: string,
): Promise<{ id: string; customer: string | undefined }[]> => {
  const { docs } = await req.payload.find({
    collection: 'addresses',
    where: { or: contain(['line1', 'suburb', 'postcode'], q) },
    sort: '-updatedAt',
    limit: followed,
    pagination: false,
    depth: 0,
    req,
    overrideAccess: false,
  })
  return docs.map(({ id, customer }) => ({
    id,
    customer: typeof customer === 'string' ? customer : undefined,
  }))
}

/**
 * The filter for customers by name, company, e-mail, phone or one of their addresses; a phone number
 * is found by its digits, however they are grouped.
 */
export const customersMatching = (
  q: string,
  places: readonly { customer: string | undefined }[],
): Where => {
  const digits = phoneDigits(q)
  const owners = [...new Set(places.flatMap(({ customer }) => customer ?? []))]
  return {
    or: [
      ...contain(['name', 'email', 'company'], q),
      ...(digits ? contain(['phone'], digits) : []),
      ...(owners.length > 0 ? [{ id: { in: owners } }] : []),
    ],
  }
}
