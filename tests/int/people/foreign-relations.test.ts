import { randomUUID } from 'node:crypto'
import type { FlattenedField } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Harness, openHarness } from '../../support/harness.ts'
import type { Person } from '../../support/people.ts'
import { insert, insertBooking, type Owned, ownerOf } from '../../support/records.ts'
import { sydney } from '../../support/shop.ts'
import { recordOf } from './access-records.ts'

type Relation = { slug: string; name: string; relationTo: string; hasMany: boolean }
type Doc = Record<string, unknown>

const callers: Person[] = [
  ...([
    'anonymous',
    'customer',
    'fieldworker',
    'dispatcher',
    'manager',
    'admin',
    'apiKey',
  ] as const),
]
/** Of these only the product's own statements make any. */
const made = { series: {}, notifications: {}, deliveries: {} }

let harness: Harness
let mine: Owned
let theirs: Owned
let tried = 0

beforeAll(async () => {
  harness = await openHarness()
  const { payload } = harness.app
  const start = sydney(5, '09:00')
  const one = await ownerOf(payload, 'customer', 'fieldworker')
  const other = await ownerOf(payload, 'otherCustomer', 'otherFieldworker')
  mine = await insertBooking(payload, one, { number: 'MINE', start })
  theirs = await insertBooking(payload, other, { number: 'THEIRS', start })
  const slugs = payload.config.collections.map(({ slug }) => slug)
  const scopes = slugs.flatMap((slug) => [`${slug}:read`, `${slug}:write`])
  await payload.update({
    collection: 'api-keys',
    where: { name: { equals: 'apiKey' } },
    data: { scopes },
    overrideAccess: true,
    context: { channel: 'seed' },
  })
}, 120_000)

afterAll(async () => {
  process.stdout.write(`foreign relations: ${tried} tried\n`)
  await harness.stop()
})

const fieldsOf = (slug: string): FlattenedField[] =>
  harness.app.payload.collections[slug as 'bookings'].config.flattenedFields

const leadsTo = (slug: string, name: string, target: string) =>
  fieldsOf(slug).some(
    (field) => field.name === name && field.type === 'relationship' && field.relationTo === target,
  )

/** The field that says whose a record is. */
const ownField = (slug: string): string | null => {
  if (leadsTo(slug, 'customer', 'customers')) return 'customer'
  return leadsTo(slug, 'booking', 'bookings') ? 'booking' : null
}

/** Every relation of a customer's records to something that is a customer's too. */
const relations = (): Relation[] =>
  harness.app.payload.config.collections.flatMap(({ slug }) => {
    if (!ownField(slug)) return []
    return fieldsOf(slug).flatMap((field) => {
      if (field.type !== 'relationship' && field.type !== 'upload') return []
      const { name, relationTo } = field
      if (typeof relationTo !== 'string') return []
      const isOwned = relationTo === 'customers' || ownField(relationTo) !== null
      return isOwned ? [{ slug, name, relationTo, hasMany: field.hasMany === true }] : []
    })
  })

/** A record of theirs in a collection. */
const targetIn = async (slug: string): Promise<string> => {
  const standing: Record<string, string> = {
    customers: theirs.customer,
    bookings: theirs.booking,
    'booking-lines': theirs.line,
    appointments: theirs.appointment,
    addresses: theirs.address,
  }
  const data = recordOf[slug]?.(theirs, randomUUID()) ?? {}
  return standing[slug] ?? insert(harness.app.payload, slug, data)
}

const bodyOf = (slug: string): Doc => {
  const data = recordOf[slug]?.(mine, randomUUID()) ?? {}
  if (slug !== 'bookings') return data
  const service = harness.shop.services.direct.id
  const visits = [{ start: sydney(20 + (tried % 30), '10:00') }]
  return { customer: mine.customer, location: harness.shop.location, plan: [{ service, visits }] }
}

const idsIn = (value: unknown) =>
  [value].flat().map((one) => (typeof one === 'object' && one ? (one as { id: string }).id : one))

/** Whether the stored record refers to the other customer's. */
const hasTaken = async ({ slug, name }: Relation, id: string, foreign: string) => {
  const doc = await harness.app.payload.findByID({
    collection: slug as 'bookings',
    id,
    depth: 0,
    overrideAccess: true,
    disableErrors: true,
  })
  return idsIn((doc as Doc | null)?.[name]).includes(foreign)
}

const attempt = async (relation: Relation, caller: Person): Promise<string[]> => {
  const { slug, name, relationTo, hasMany } = relation
  const foreign = await targetIn(relationTo)
  const value = hasMany ? [foreign] : foreign
  const taken: string[] = []
  const say = (what: string) => taken.push(`${what} ${slug}.${name}: ${caller}`)
  const isOwner = name === ownField(slug)

  if (!isOwner) {
    tried += 1
    const answer = await harness.send('POST', `/${slug}`, caller, {
      ...bodyOf(slug),
      [name]: value,
    })
    const { doc } = answer.body as { doc?: { id: string } }
    if (answer.status >= 500) say(`${answer.status} on creating`)
    if (doc && (await hasTaken(relation, doc.id, foreign))) say('created')
  }
  const own =
    slug === 'bookings'
      ? mine.booking
      : slug === 'appointments'
        ? mine.appointment
        : await insert(harness.app.payload, slug, recordOf[slug]?.(mine, randomUUID()) ?? {})
  tried += 1
  const edited = await harness.send('PATCH', `/${slug}/${own}`, caller, { [name]: value })
  if (edited.status >= 500) say(`${edited.status} on changing`)
  if (await hasTaken(relation, own, foreign)) say('changed')
  return taken
}

describe('a record of one customer', () => {
  test('never refers to another customer’s, whatever the collection, relation and caller', async () => {
    const found = relations().filter(({ slug }) => !(slug in made))
    const taken: string[] = []
    for (const relation of found)
      for (const caller of callers) taken.push(...(await attempt(relation, caller)))

    expect(found.map(({ slug, name }) => `${slug}.${name}`)).toEqual(
      expect.arrayContaining([
        'bookings.address',
        'bookings.contact',
        'bookings.properties',
        'properties.address',
        'appointments.address',
        'comments.attachments',
      ]),
    )
    expect(taken).toEqual([])
  }, 300_000)

  test('is refused with the field that is wrong', async () => {
    const { payload } = harness.app
    const contact = await insert(payload, 'contacts', { customer: theirs.customer, name: 'Theirs' })
    const property = await insert(payload, 'properties', {
      customer: theirs.customer,
      name: 'Their house',
    })
    const refusals: unknown[] = []
    for (const [name, value] of [
      ['contact', contact],
      ['address', theirs.address],
      ['properties', [property]],
      ['customer', theirs.customer],
    ] as const) {
      const at = `/bookings/${mine.booking}`
      const { status, body } = await harness.send('PATCH', at, 'dispatcher', { [name]: value })
      const [error] = (body as { errors: { code: string; field?: string }[] }).errors
      refusals.push([status, error?.code, error?.field])
    }

    expect(refusals).toEqual(
      ['contact', 'address', 'properties', 'customer'].map((name) => [422, 'invalid-input', name]),
    )
  })

  test('refers to what is the customer’s own', async () => {
    const { payload } = harness.app
    const contact = await insert(payload, 'contacts', { customer: mine.customer, name: 'Mine' })
    const body = { ...bodyOf('bookings'), contact }

    const created = await harness.send('POST', '/bookings', 'dispatcher', body)
    const edited = await harness.send('PATCH', `/bookings/${mine.booking}`, 'dispatcher', {
      contact,
    })

    expect([created.status, edited.status]).toEqual([201, 200])
  })
})
