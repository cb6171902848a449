import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { type Actor, actorOf, may } from '../../access/actor.ts'
import type { SearchAnswer, SearchHit } from '../../contracts/records/search.ts'
import { companyCountry } from '../../database/records/company-country.ts'
import { isOffice } from '../../domain/bookings/office.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { addressNobodyReads } from '../../domain/people/no-email.ts'
import { phoneInWords } from '../../domain/people/phone.ts'
import { phoneDigits } from '../../domain/people/phone-digits.ts'
import { addressesMatching, customersMatching } from '../people/customers-matching.ts'

type Doc = Record<string, unknown>

/** How many of each kind are shown; one letter more finds the rest. */
const shown = 6
/** How many visits are followed to what they belong to. */
const followed = 50

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const line = (...parts: unknown[]): string => parts.map(text).filter(Boolean).join(' · ')

type Question = { or: Where[]; sort: string; limit?: number }

const find = async (
  req: PayloadRequest,
  collection: CollectionSlug,
  { or, sort, limit = shown }: Question,
): Promise<Doc[]> => {
  const { docs } = await req.payload.find({
    collection,
    where: { or },
    sort,
    limit,
    pagination: false,
    depth: 0,
    req,
    overrideAccess: false,
  })
  return docs as unknown as Doc[]
}

const contain = (fields: readonly string[], value: string): Where[] =>
  fields.map((field) => ({ [field]: { contains: value } }))

/** A phone number is found by its digits, however they are grouped. */
const phones = (field: string, q: string): Where[] => {
  const digits = phoneDigits(q)
  return digits ? contain([field], digits) : []
}

const oneOf = (field: string, ids: unknown[]): Where[] => {
  const known = [...new Set(ids.map(text).filter(Boolean))]
  return known.length > 0 ? [{ [field]: { in: known } }] : []
}

const personHit = (doc: Doc, country: string | null): SearchHit => {
  const email = text(doc.email)
  const phone = text(doc.phone)
  return {
    id: text(doc.id),
    title: text(doc.name),
    detail: line(
      doc.company,
      phone && phoneInWords(phone, country),
      addressNobodyReads(email) ? '' : email,
    ),
    startsAt: null,
    timezone: null,
  }
}

const bookingHit = (doc: Doc): SearchHit => ({
  id: text(doc.id),
  title: line(doc.number, (doc.customerSnapshot as Doc | undefined)?.name),
  detail: '',
  startsAt: text(doc.startsAt) || null,
  timezone: text(doc.timezone) || null,
})

type Places = Awaited<ReturnType<typeof addressesMatching>>

const customersWith = async (req: PayloadRequest, q: string, places: Places) => {
  const { or = [] } = customersMatching(q, places)
  const country = await companyCountry(req)
  return (await find(req, 'customers', { or, sort: 'name' })).map((doc) => personHit(doc, country))
}

const bookingsWith = async (req: PayloadRequest, q: string, places: Places) => {
  const visits = await find(req, 'appointments', {
    or: contain(['service.name'], q),
    sort: '-start',
    limit: followed,
  })
  const or = [
    ...contain(['number', 'customerSnapshot.name', 'customerSnapshot.email'], q),
    ...phones('customerSnapshot.phone', q),
    ...oneOf(
      'address',
      places.map(({ id }) => id),
    ),
    ...oneOf(
      'id',
      visits.map(({ booking }) => booking),
    ),
  ]
  return (await find(req, 'bookings', { or, sort: '-startsAt' })).map(bookingHit)
}

const fieldworkersWith = async (req: PayloadRequest, q: string) => {
  const or = [...contain(['name', 'email'], q), ...phones('phone', q)]
  const country = await companyCountry(req)
  const docs = await find(req, 'fieldworkers', { or, sort: 'name' })
  return docs.map((doc) => personHit(doc, country))
}

const mayFind = (actor: Actor): boolean =>
  isOffice(actor) &&
  (['booking.view-all', 'customer.view', 'fieldworker.view'] as const).some((flag) =>
    may(actor, flag),
  )

/**
 * What contains a text, in any spelling: bookings, customers and fieldworkers that the caller may read.
 * @throws {DomainError} not-signed-in, not-allowed
 */
export const searchEverywhere = async (req: PayloadRequest, q: string): Promise<SearchAnswer> => {
  const actor = await actorOf(req)
  if (actor.kind === 'anonymous') throw new DomainError('not-signed-in', 'Sign in first.')
  if (!mayFind(actor)) {
    throw new DomainError('not-allowed', 'Your role does not include searching the records.')
  }
  const seesCustomers = may(actor, 'customer.view')
  const places = seesCustomers ? await addressesMatching(req, q) : []
  const [bookings, customers, fieldworkers] = await Promise.all([
    may(actor, 'booking.view-all') ? bookingsWith(req, q, places) : [],
    seesCustomers ? customersWith(req, q, places) : [],
    may(actor, 'fieldworker.view') ? fieldworkersWith(req, q) : [],
  ])
  return { bookings, customers, fieldworkers }
}
