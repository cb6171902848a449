import type { Payload } from 'payload'
import { emailOf, type Person } from './people.ts'

type Id = { id: string }
type Data = Record<string, unknown>

/** Ids of the accounts that a set of records belongs to. */
export type Owner = { customer: string; fieldworker: string; role: string; user: string }

export type Owned = Owner &
  Record<'address' | 'appointment' | 'booking' | 'line' | 'service', string>

const hour = 3_600_000

/** Inserts a document past every hook and rule, for tests that need rows and not behaviour. */
export const insert = async (payload: Payload, collection: string, data: Data): Promise<string> =>
  String((await payload.db.create({ collection: collection as 'bookings', data })).id)

const accountOf = async (payload: Payload, collection: 'customers' | 'users', person: Person) => {
  const where = { email: { equals: emailOf(person) } }
  const found = await payload.db.findOne<Id & { fieldworker?: string; role?: string }>({
    collection,
    where,
  })
  if (!found) throw new Error(`There is no account for ${person}.`)
  return found
}

/** The accounts behind a customer and a fieldworker of the template. */
export const ownerOf = async (
  payload: Payload,
  customer: 'customer' | 'otherCustomer',
  fieldworker: 'fieldworker' | 'otherFieldworker',
): Promise<Owner> => {
  const client = await accountOf(payload, 'customers', customer)
  const user = await accountOf(payload, 'users', fieldworker)
  return {
    customer: client.id,
    fieldworker: String(user.fieldworker),
    role: String(user.role),
    user: user.id,
  }
}

/** Lets a fieldworker do a service; until somebody can, only the office sees it. */
export const giveService = async (
  payload: Payload,
  { fieldworker: id, service }: { fieldworker: string; service: string },
): Promise<void> => {
  const of = { collection: 'fieldworkers', id, depth: 0, overrideAccess: true } as const
  const { services } = await payload.findByID(of)
  const data = { services: [...((services ?? []) as string[]), service] }
  await payload.update({ ...of, data, context: { channel: 'seed' } })
}

/** A booking of the customer with one visit that is assigned to the fieldworker. */
export const insertBooking = async (
  payload: Payload,
  owner: Owner,
  { number, start }: { number: string; start: string },
): Promise<Owned> => {
  const service = await insert(payload, 'services', {
    name: `Service ${number}`,
    slug: `service-${number}`,
    durationMinutes: 60,
    priceModel: 'job',
    priceAmount: 1000,
    mode: 'instant',
    locationTypes: ['mobile'],
    active: true,
    bookable: true,
  })
  const address = await insert(payload, 'addresses', {
    customer: owner.customer,
    line1: '1 Test Street',
    postcode: '2000',
  })
  const end = new Date(Date.parse(start) + hour).toISOString()
  const booking = await insert(payload, 'bookings', {
    number,
    status: 'confirmed',
    source: 'manual',
    customer: owner.customer,
    address,
    startsAt: start,
    endsAt: end,
    version: 1,
  })
  const line = await insert(payload, 'booking-lines', { booking, service, quantity: 1, version: 1 })
  const appointment = await insert(payload, 'appointments', {
    booking,
    line,
    service,
    address,
    start,
    end,
    busyStart: start,
    busyEnd: end,
    timezone: 'Australia/Sydney',
    fieldworker: owner.fieldworker,
    status: 'confirmed',
    acceptance: 'accepted',
    progress: 'not_started',
    version: 1,
  })
  return { ...owner, service, address, booking, line, appointment }
}
