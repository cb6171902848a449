import type { PayloadRequest, Where } from 'payload'
import { type Actor, may } from '../../../access/actor.ts'
import { companyCountry } from '../../../database/records/company-country.ts'
import { liveStatuses } from '../../../domain/bookings/states.ts'
import { idOf } from '../../../domain/id-of.ts'
import { emailInWords } from '../../../domain/people/no-email.ts'
import { phoneInWords } from '../../../domain/people/phone.ts'
import {
  addressesMatching,
  customersMatching,
} from '../../../operations/people/customers-matching.ts'
import type { ListAddress } from '../../ui/list-address.ts'

export type CustomerRow = {
  id: string
  name: string
  company: string
  phone: string
  email: string
  isActive: boolean
  /** Where their latest address is. */
  town: string
  /** The next booking that is open. */
  next: { id: string; number: string; startsAt: string; zone: string } | undefined
}

const pageSize = 50

const filterOf = async (req: PayloadRequest, { q, show }: ListAddress): Promise<Where> => {
  const found = q ? [customersMatching(q, await addressesMatching(req, q))] : []
  const retired: Where[] = show === 'inactive' ? [{ active: { equals: false } }] : []
  return { and: [...found, ...retired] }
}

const nextOf = async (req: PayloadRequest, ids: string[]) => {
  const { docs } = await req.payload.find({
    collection: 'bookings',
    where: {
      and: [
        { customer: { in: ids } },
        { status: { in: [...liveStatuses] } },
        { endsAt: { greater_than: new Date().toISOString() } },
      ],
    },
    select: { customer: true, number: true, startsAt: true, timezone: true },
    ...{ sort: 'startsAt', pagination: false, depth: 0, joins: false },
    ...{ overrideAccess: false, req },
  })
  return new Map(
    docs
      .filter(({ startsAt }) => startsAt)
      .toReversed()
      .map(({ id, customer, number, startsAt, timezone }) => [
        idOf(customer) ?? '',
        { id, number: number ?? '', startsAt: startsAt ?? '', zone: timezone ?? 'UTC' },
      ]),
  )
}

const townsOf = async (req: PayloadRequest, ids: string[]) => {
  const { docs } = await req.payload.find({
    collection: 'addresses',
    where: { customer: { in: ids } },
    select: { customer: true, suburb: true, postcode: true },
    ...{ sort: 'updatedAt', pagination: false, depth: 0, overrideAccess: false, req },
  })
  return new Map(
    docs.map(({ customer, suburb, postcode }) => [
      idOf(customer) ?? '',
      [suburb, postcode].filter(Boolean).join(' '),
    ]),
  )
}

/** One page of customers with their next booking, read with the caller's own rights. */
export const loadCustomers = async (
  req: PayloadRequest,
  { actor, address, trash }: { actor: Actor; address: ListAddress; trash: boolean },
): Promise<{ rows: CustomerRow[]; total: number; pages: number }> => {
  const where = await filterOf(req, address)
  const found = await req.payload.find({
    collection: 'customers',
    where: trash ? { and: [where, { deletedAt: { exists: true } }] } : where,
    select: { name: true, company: true, phone: true, email: true, active: true },
    ...{ sort: 'name', limit: pageSize, page: address.page, depth: 0, joins: false, trash },
    ...{ overrideAccess: false, req },
  })
  const ids = found.docs.map(({ id }) => id)
  const [country, next, towns] = await Promise.all([
    companyCountry(req),
    may(actor, 'booking.view-all') ? nextOf(req, ids) : undefined,
    townsOf(req, ids),
  ])
  const rows = found.docs.map(({ id, name, company, phone, email, active }) => ({
    ...{ id, name, company: company ?? '', isActive: active !== false },
    phone: phone ? phoneInWords(phone, country) : '',
    email: emailInWords(email),
    town: towns.get(id) ?? '',
    next: next?.get(id),
  }))
  return { rows, total: found.totalDocs, pages: found.totalPages }
}
