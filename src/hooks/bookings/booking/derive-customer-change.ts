import { isOpenBooking } from '../../../domain/bookings/states.ts'
import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'
import { assertMayChangeCustomer } from '../../../domain/bookings/assert-may-change-customer.ts'
import { DomainError } from '../../../domain/domain-error.ts'
import type { Booking, Customer } from '../../../payload-types.ts'
import { idOf } from '../../../domain/id-of.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'
import { snapshotOf } from '../../../steps/bookings/new-bookings.ts'
import { visitsOf } from '../../../steps/bookings/visits-of.ts'

const customerFor = async (req: PayloadRequest, id: string | null): Promise<Customer> => {
  const found = id
    ? await req.payload.findByID({
        collection: 'customers',
        id,
        depth: 0,
        joins: false,
        disableErrors: true,
        req,
        overrideAccess: true,
      })
    : null
  if (found) return found
  throw new DomainError('invalid-input', 'There is no such customer.', {
    field: 'customer',
  })
}

const hasPictures = async (req: PayloadRequest, booking: string): Promise<boolean> => {
  const where = { booking: { equals: booking } }
  return Boolean(await req.payload.db.findOne({ collection: 'media', req, where }))
}

/** What the command names besides the customer; what the booking had before does not count. */
const given = (after: unknown, before: unknown): string | null =>
  idOf(after) === idOf(before) ? null : idOf(after)

/**
 * Derive: a booking that goes to another customer keeps its services and times. Contact, address,
 * properties, notes and answers were the first one's, so that only those named anew are kept.
 * @throws {DomainError} invalid-input, transition-refused
 */
export const deriveCustomerChange: CollectionBeforeValidateHook<Booking> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const command = commandIn(data)
  if (operation !== 'update' || !data || !originalDoc) return data
  if (command.name !== 'change-customer') return data
  const customer = await customerFor(req, idOf(data.customer))
  const visits = await visitsOf(req, originalDoc.id)
  assertMayChangeCustomer({
    isSaidWhy: Boolean(command.reason),
    isLive: isOpenBooking(originalDoc),
    isOtherCustomer: customer.id !== idOf(originalDoc.customer),
    isUntouched: visits.every(({ progress }) => progress === 'not_started'),
    isInSeries: idOf(originalDoc.series) !== null,
    hasPictures: await hasPictures(req, originalDoc.id),
  })
  return {
    ...data,
    customer: customer.id,
    customerSnapshot: snapshotOf(customer, null),
    contact: given(data.contact, originalDoc.contact),
    address: given(data.address, originalDoc.address),
    properties: [],
    notes: { ...originalDoc.notes, customer: null },
    answers: null,
  }
}
