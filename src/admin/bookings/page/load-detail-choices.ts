import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import type { BookingView, Named } from './booking-view.ts'

type Doc = Record<string, unknown>
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

type Ask = { req: PayloadRequest; collection: CollectionSlug; where: Where; sort: string }

const named = async ({ req, collection, where, sort }: Ask): Promise<Named[]> => {
  const { docs } = await req.payload.find({
    collection,
    where,
    sort,
    limit: 100,
    depth: 0,
    overrideAccess: false,
    req,
  })
  return (docs as unknown as Doc[]).map((doc) => ({
    id: text(doc.id),
    name:
      text(doc.name) || [doc.line1, doc.suburb, doc.postcode].map(text).filter(Boolean).join(', '),
  }))
}

/** What the details form offers: the customer's contacts and addresses, staff, labels. */
export const loadDetailChoices = async (args: { req: PayloadRequest; booking: BookingView }) => {
  const { req, booking } = args
  const ofCustomer: Where = { customer: { equals: booking.customer.id ?? null } }
  const staff: Where = { and: [{ kind: { equals: 'staff' } }, { active: { equals: true } }] }
  const hasAddress = booking.place.kind === 'address'
  const [contacts, addresses, owners, labels] = await Promise.all([
    named({ req, collection: 'contacts', where: ofCustomer, sort: 'name' }),
    hasAddress ? named({ req, collection: 'addresses', where: ofCustomer, sort: 'line1' }) : [],
    named({ req, collection: 'users', where: staff, sort: 'name' }),
    named({ req, collection: 'labels', where: {}, sort: 'name' }),
  ])
  return { contacts, addresses, owners, labels }
}
