import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import { addressNobodyReads } from '../../domain/people/no-email.ts'
import { liveStatuses } from '../../domain/bookings/states.ts'
import type { Booking, Customer } from '../../payload-types.ts'

type Details = Pick<Customer, 'email' | 'name' | 'phone'>

const fields = ['name', 'phone', 'email'] as const

const shown = ({ email, name, phone }: Details): Details => ({
  ...{ name, phone: phone ?? null },
  email: addressNobodyReads(email) ? '' : email,
})

/** What of a booking's contact details was the account's and follows it. */
const following = (booking: Booking, before: Details, after: Details) => {
  const { customerSnapshot: own = {} } = booking
  const change = fields.filter(
    (field) =>
      (before[field] ?? '') !== (after[field] ?? '') &&
      (own?.[field] ?? '') === (before[field] ?? ''),
  )
  return Object.fromEntries(change.map((field) => [field, after[field] || null]))
}

const openBookings = async (req: PayloadRequest, customer: string): Promise<Booking[]> => {
  const { docs } = await req.payload.find({
    collection: 'bookings',
    where: {
      and: [{ customer: { equals: customer } }, { status: { in: [...liveStatuses] } }],
    },
    pagination: false,
    depth: 0,
    joins: false,
    req,
    overrideAccess: true,
  })
  return docs
}

/**
 * Record: a booking keeps contact details of its own, which start as the account's. Where they are
 * still the same, open bookings follow a change of the account; what was edited on one stays.
 */
export const followContactDetails: CollectionAfterChangeHook<Customer> = async ({
  data,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  if (operation !== 'update') return doc
  const [before, after] = [shown(previousDoc), shown({ ...previousDoc, ...data })]
  if (fields.every((field) => (before[field] ?? '') === (after[field] ?? ''))) return doc
  for (const booking of await openBookings(req, doc.id)) {
    const change = following(booking, before, after)
    if (Object.keys(change).length === 0) continue
    await req.payload.update({
      collection: 'bookings',
      id: booking.id,
      data: {
        customerSnapshot: { ...booking.customerSnapshot, ...change },
        command: { name: 'follow-account', as: 'system' },
      } as never,
      depth: 0,
      req,
      overrideAccess: true,
    })
  }
  return doc
}
