import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { commands, mayCommand } from '../../../src/domain/bookings/commands.ts'
import { defaultRoles } from '../../../src/domain/people/permissions.ts'
import { type Harness, openHarness } from '../../support/harness.ts'
import { emailOf, type Person } from '../../support/people.ts'
import { sydney } from '../../support/shop.ts'

type Of = 'appointments' | 'bookings'

let harness: Harness
let booking: string
let visit: string
let line: string
let tried = 0

/** The manager's account has the role Accounts here. */
const roles = {
  customer: 'customer',
  fieldworker: 'fieldworker',
  dispatcher: 'dispatcher',
} as const
const callers = ['anonymous', 'customer', 'fieldworker', 'dispatcher', 'manager'] as const

const actorOf = (caller: (typeof callers)[number]) => {
  if (caller === 'anonymous') return { kind: 'anonymous', permissions: new Set<string>() }
  const slug = caller === 'manager' ? 'accounts' : roles[caller]
  const role = defaultRoles.find((one) => one.slug === slug)
  return { kind: role?.kind ?? 'staff', permissions: new Set<string>(role?.permissions) }
}

beforeAll(async () => {
  harness = await openHarness()
  const { shop } = harness
  const made = await harness.send('POST', '/bookings', 'dispatcher', {
    customer: shop.customer,
    location: shop.location,
    plan: [
      {
        service: shop.services.request.id,
        visits: [{ start: sydney(5, '09:00'), fieldworker: shop.people[0] }],
      },
    ],
  })
  booking = (made.body as { doc: { id: string } }).doc.id
  visit = (await harness.visitsOf(booking))[0]?.id ?? ''
  const lines = await harness.sql<{ id: string }>('select id from booking_lines')
  line = lines[0]?.id ?? ''
  await harness.sql(
    `update users set role_id = (select id from roles where slug = 'accounts') where email = $1`,
    [emailOf('manager')],
  )
}, 120_000)

afterAll(async () => {
  process.stdout.write(`commands: ${tried} tried\n`)
  await harness.stop()
})

/** All that a command could leave behind. */
const everything = async (): Promise<string> => {
  const [row] = await harness.sql<{ sum: string }>(
    `select md5(concat(
       (select jsonb_agg(to_jsonb(b) order by id) from bookings b),
       (select jsonb_agg(to_jsonb(l) order by id) from booking_lines l),
       (select jsonb_agg(to_jsonb(a) order by id) from appointments a),
       (select jsonb_agg(to_jsonb(o) order by id) from assignment_offers o),
       (select count(*) from deliveries), (select count(*) from audit_events))) as sum`,
  )
  return row?.sum ?? ''
}

const isRefusal = (status: number) => status === 401 || status === 403 || status === 404

/** Everything that some command could open, besides its name. */
const loot: Record<Of, object> = {
  bookings: {
    commsPaused: { email: true, sms: true },
    notes: { internal: 'Taken' },
    status: 'confirmed',
  },
  appointments: { outcomeNotes: 'Taken', unreserved: true, status: 'completed' },
}

/** A body that each command's endpoint reads. */
const body = () => ({
  reason: 'Because',
  start: sydney(6, '09:00'),
  fieldworker: null,
  ids: 'all',
  line,
  service: harness.shop.services.direct.id,
})

const bodyFor = (verb: string): object => {
  const { reason, start, fieldworker, ids, service } = body()
  const visits = [{ start }]
  if (verb === 'assign') return { fieldworker, reason }
  if (verb === 'add-line') return { service, visits }
  if (verb === 'add-visit') return { line, visits }
  if (verb.startsWith('appointments/')) return { ids, reason }
  if (verb === 'reschedule' || verb === 'retime') return { start, reason }
  if (verb === 'cancel' || verb === 'remove-line') return { reason }
  if (verb === 'change-customer') return { customer: harness.shop.customer, reason }
  return { reason, comment: reason }
}

/** The endpoints that give a command, as the collections have them, and the fields they take. */
const endpointsOf = (of: Of): { path: string; name: string; fields: string[] }[] => {
  const { endpoints } = harness.app.payload.collections[of].config
  const named: Record<string, string> = {
    lines: 'add-line',
    visits: 'add-visit',
    'lines/:line/remove': 'remove-line',
  }
  return (endpoints || [])
    .filter(({ method, path }) => method === 'post' && path.startsWith('/:id/'))
    .map(({ path, custom }) => ({ path: path.slice('/:id/'.length), body: custom?.['body'] }))
    .filter(({ path }) => path !== 'duplicate' && path !== 'accept-alternative')
    .map(({ path, body }) => ({
      path,
      name: named[path] ?? path.replace('appointments/', ''),
      fields: Object.keys((body as z.ZodObject).shape),
    }))
}

const only = (body: object, fields: string[]): object =>
  Object.fromEntries(Object.entries(body).filter(([field]) => fields.includes(field)))

describe('a command takes effect for no one whom the table does not list', () => {
  test.each(['bookings', 'appointments'] as const)('named in a plain save of %s', async (of) => {
    const id = of === 'bookings' ? booking : visit
    const taken: string[] = []
    const before = await everything()
    for (const name of Object.keys(commands[of])) {
      for (const caller of callers) {
        if (mayCommand(actorOf(caller), name, of)) continue
        tried += 1
        const data = { ...loot[of], command: { name } }
        const answer = await harness.send('PATCH', `/${of}/${id}`, caller as Person, data)
        if (!isRefusal(answer.status)) taken.push(`${name}: ${caller}: ${answer.status}`)
      }
    }

    expect(taken).toEqual([])
    expect(await everything()).toBe(before)
  })

  test.each(['bookings', 'appointments'] as const)('by its endpoint of %s', async (of) => {
    const id = of === 'bookings' ? booking : visit
    const endpoints = endpointsOf(of)
    const taken: string[] = []
    const unlisted: string[] = []
    const before = await everything()
    for (const { path, name, fields } of endpoints) {
      const isListed = Object.values(commands).some((table) => name in table)
      if (!isListed) unlisted.push(path)
      for (const caller of callers) {
        if (mayCommand(actorOf(caller), name, name in commands[of] ? of : undefined)) continue
        tried += 1
        const at = `/${of}/${id}/${path.replace(':line', line)}`
        const body = only(bodyFor(path.startsWith('appointments/') ? path : name), fields)
        const answer = await harness.send('POST', at, caller as Person, body)
        if (!isRefusal(answer.status)) taken.push(`${path}: ${caller}: ${answer.status}`)
      }
    }

    expect(unlisted).toEqual([])
    expect(taken).toEqual([])
    expect(await everything()).toBe(before)
  })
})

test('only the office pauses the messages of a booking', async () => {
  const at = `/bookings/${booking}/pause-messages`
  const paused = async () =>
    (
      await harness.sql(`select comms_paused_email as email from bookings where id = $1`, [booking])
    )[0]

  for (const caller of ['customer', 'fieldworker', 'manager'] as const) {
    expect((await harness.send('POST', at, caller, {})).status).toBe(403)
  }
  expect(await paused()).toEqual({ email: false })
  expect((await harness.send('POST', at, 'dispatcher', {})).status).toBe(200)
  expect(await paused()).toEqual({ email: true })
})

test('a name that is no command is refused', async () => {
  const data = { command: { name: 'erase' } }

  const answer = await harness.send('PATCH', `/bookings/${booking}`, 'admin', data)

  expect([answer.status, answer.code]).toEqual([422, 'invalid-input'])
})
