import { isOffice } from '../../domain/bookings/office.ts'
import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { type Actor, may } from '../../access/actor.ts'
import type { CreateBooking } from '../../contracts/bookings/bookings.ts'
import { readEmailOwners } from '../../database/people/email-owners.ts'
import { companyCountry } from '../../database/records/company-country.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { madeUpAddress } from '../../domain/people/no-email.ts'
import { phoneRefusal, readPhone } from '../../domain/people/phone.ts'
import type { NewDocuments } from '../../steps/records/insert-documents.ts'
import { newCustomer } from './new-customer.ts'

export type BookingCustomer = {
  id: string
  /** To be inserted, where the customer is new. */
  documents?: NewDocuments[]
  /** The e-mail somebody gave who is not signed in, where an account has it already. */
  guestEmail?: string
}

const refused = (field: string, message: string) =>
  new DomainError('invalid-input', message, { field })

/** The number in E.164, read as one of the company's country where it has no prefix. */
const phoneOf = async (req: PayloadRequest, phone: string | undefined) => {
  if (!phone) return null
  const read = readPhone(phone, await companyCountry(req))
  if (read !== null) return read
  throw refused('customer.phone', phoneRefusal)
}

/** Everyone has a login name; for those without an e-mail it is one that no mail can reach. */
const placeholder = () => madeUpAddress(randomUUID())

const named = async (req: PayloadRequest, id: string): Promise<string> => {
  const found = await req.payload.findByID({
    collection: 'customers',
    id,
    depth: 0,
    disableErrors: true,
    req,
    overrideAccess: false,
  })
  if (found) return found.id
  throw refused('customerId', 'There is no such customer.')
}

/**
 * For whom a booking is: the signed-in customer, the one the office names, or a new one. Somebody
 * who is not signed in never gets to an existing account and never learns whether there is one.
 * @throws {DomainError} invalid-input, not-allowed
 */
export const customerForBooking = async (
  req: PayloadRequest,
  { actor, body }: { actor: Actor; body: CreateBooking },
): Promise<BookingCustomer> => {
  if (actor.customer) {
    if (!body.customerId || body.customerId === actor.customer) return { id: actor.customer }
    throw new DomainError('not-allowed', 'You may book for yourself only.', {
      field: 'customerId',
    })
  }
  if (body.customerId) {
    if (isOffice(actor)) return { id: await named(req, body.customerId) }
    throw new DomainError('not-allowed', 'Only the office books for a customer on file.', {
      field: 'customerId',
    })
  }
  const { customer } = body
  if (!customer) throw refused('customer.name', 'Give your name.')
  const phone = await phoneOf(req, customer.phone)
  const { email } = customer
  if (!isOffice(actor) && !email && !phone) {
    throw refused('customer.email', 'Give an e-mail address or a phone number.')
  }
  if (isOffice(actor) && !may(actor, 'customer.edit')) {
    throw new DomainError('not-allowed', 'Your role may not add customers.')
  }
  if (!email) return newCustomer(req, { name: customer.name, email: placeholder(), phone })
  const { isCustomer, isUser } = await readEmailOwners(req, email)
  if (isCustomer && isOffice(actor)) {
    throw refused('customer.email', 'A customer with this e-mail is on file. Choose that one.')
  }
  // The office may know that one of its own people is a customer too; a stranger says so of nobody.
  if (isCustomer || (!isOffice(actor) && isUser)) {
    const guest = newCustomer(req, { name: customer.name, email: placeholder(), phone })
    return { ...guest, guestEmail: email }
  }
  return newCustomer(req, { name: customer.name, email, phone })
}
