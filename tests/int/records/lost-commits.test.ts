import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { followOffers } from '../../../src/jobs/bookings/follow-offers.ts'
import { type Cut, startCuttingProxy } from '../../support/cutting-proxy.ts'
import { type Harness, openHarness } from '../../support/harness.ts'
import { askGraphql } from '../../support/graphql.ts'
import type { Person } from '../../support/people.ts'
import { sydney } from '../../support/shop.ts'

type Proxy = Awaited<ReturnType<typeof startCuttingProxy>>
type Answer = { status: number; code: string | undefined; retryAfter: string | null }

let proxy: Proxy
let harness: Harness
let day = 2

beforeAll(async () => {
  proxy = await startCuttingProxy()
  harness = await openHarness({ through: proxy.standBefore })
}, 120_000)
afterAll(async () => {
  await harness.stop()
  proxy.stop()
})

const ask = async (
  method: string,
  path: string,
  options: { as?: Person; body?: unknown; headers?: Record<string, string> },
): Promise<Answer> => {
  type Refused = { errors?: { code: string }[] }
  const { status, body, headers } = await harness.app.request<Refused>(method, path, options)
  return { status, code: body.errors?.[0]?.code, retryAfter: headers.get('retry-after') }
}

const countOf = async (table: string, where: string): Promise<number> => {
  const [row] = await harness.sql<{ n: number }>(
    `select count(*)::int as n from ${table} where ${where}`,
  )
  return row?.n ?? -1
}

const bookedDay = async () => {
  day += 1
  const start = sydney(day, '09:00')
  const { body } = await harness.book(
    { service: 'direct', start, customerId: harness.shop.customer },
    'dispatcher',
  )
  return { start, booking: body.id }
}

type Door = {
  name: string
  /** What is to be written, and how to see whether it is there. */
  open: () => Promise<{ write: () => Promise<Answer>; isThere: () => Promise<boolean> }>
}

const ofCustomer = (field: string, write: (value: string) => Promise<Answer>) => async () => {
  const value = `Name ${randomUUID()}`
  return {
    write: () => write(value),
    isThere: async () => (await countOf('customers', `${field} = '${value}'`)) === 1,
  }
}

const doors: Door[] = [
  {
    name: 'a guest’s booking',
    open: async () => {
      day += 1
      const start = sydney(day, '09:00')
      const customer = { name: 'Ann', email: `${randomUUID()}@guest.test` }
      const address = { line1: '5 Test Street', suburb: 'Sydney', postcode: '2000' }
      const body = { service: 'direct', start, customer, address }
      return {
        write: () => ask('POST', '/app/bookings', { body }),
        isThere: async () => (await countOf('appointments', `start = '${start}'`)) === 1,
      }
    },
  },
  {
    name: 'a create by REST',
    open: async () => {
      const name = `Label ${randomUUID()}`
      return {
        write: () => ask('POST', '/labels', { as: 'admin', body: { name } }),
        isThere: async () => (await countOf('labels', `name = '${name}'`)) === 1,
      }
    },
  },
  {
    name: 'an edit by REST',
    open: ofCustomer('name', (name) =>
      ask('PATCH', `/customers/${harness.shop.customer}`, { as: 'admin', body: { name } }),
    ),
  },
  {
    name: 'an edit by GraphQL',
    open: ofCustomer('name', async (name) => {
      const source = `mutation { updateCustomer(id: "${harness.shop.customer}", data: { name: "${name}" }) { id } }`
      const { errors } = await askGraphql(harness.app, 'admin', source)
      const { code } = ((errors?.[0] as { originalError?: unknown } | undefined)?.originalError ??
        {}) as { code?: string }
      return { status: errors ? 503 : 200, code, retryAfter: errors ? '1' : null }
    }),
  },
  {
    name: 'a deletion by REST',
    open: async () => {
      const made = await harness.send('POST', '/labels', 'admin', { name: `Label ${randomUUID()}` })
      const { id } = (made.body as { doc: { id: string } }).doc
      return {
        write: () => ask('DELETE', `/labels/${id}`, { as: 'admin' }),
        isThere: async () => (await countOf('labels', `id = '${id}'`)) === 0,
      }
    },
  },
  {
    name: 'settings',
    open: async () => {
      const tradingName = `Shop ${randomUUID()}`
      return {
        write: () => ask('POST', '/globals/company', { as: 'admin', body: { tradingName } }),
        isThere: async () => (await countOf('company', `trading_name = '${tradingName}'`)) === 1,
      }
    },
  },
  {
    name: 'a command',
    open: async () => {
      const { booking } = await bookedDay()
      const body = { reason: 'The customer called.' }
      return {
        write: () => ask('POST', `/bookings/${booking}/cancel`, { as: 'dispatcher', body }),
        isThere: async () => (await harness.statusOf(booking)) === 'cancelled',
      }
    },
  },
]

const lost = { status: 503, code: 'busy', retryAfter: '1' }

describe.each(doors)('$name', ({ open }) => {
  test('whose connection ends before the commit is refused, is not there, and works again', async () => {
    const { write, isThere } = await open()

    const { result, cuts } = await proxy.cutDuring('before-commit', write)

    expect(cuts).toBeGreaterThan(0)
    expect(result).toEqual(lost)
    expect(await isThere()).toBe(false)
    expect((await write()).status).toBeLessThan(300)
    expect(await isThere()).toBe(true)
  })

  test('whose commit gets no answer is not acknowledged', async () => {
    const { write, isThere } = await open()

    const { result, cuts } = await proxy.cutDuring('after-commit', write)

    expect(cuts).toBeGreaterThan(0)
    expect(result).toEqual(lost)
    expect(await isThere()).toBe(true)
  })
})

test.each<Cut>(['before-commit', 'after-commit'])(
  'a sign-in that is cut off %s is refused and works again',
  async (how) => {
    const body = { email: 'dispatcher@people.test', password: 'correct horse battery staple' }
    const signIn = () => ask('POST', '/app/session', { body })

    const { result, cuts } = await proxy.cutDuring(how, signIn)

    expect(cuts).toBeGreaterThan(0)
    expect(result).toEqual(lost)
    expect((await signIn()).status).toBe(200)
  },
)

test.each<Cut>(['before-commit', 'after-commit'])(
  'a repeat under the same key makes one booking of one that was cut off %s',
  async (how) => {
    day += 1
    const [start, key] = [sydney(day, '09:00'), randomUUID()]
    const customer = { name: 'Bo', email: `${key}@guest.test` }
    const address = { line1: '5 Test Street', suburb: 'Sydney', postcode: '2000' }
    const book = () =>
      ask('POST', '/app/bookings', {
        body: { service: 'direct', start, customer, address },
        headers: { 'idempotency-key': key },
      })

    const { result } = await proxy.cutDuring(how, book)
    const again = await book()

    expect([result.status, again.status]).toEqual([503, 201])
    expect(await countOf('appointments', `start = '${start}'`)).toBe(1)
  },
)

test('an offer that a job could not end stays for the job’s next turn', async () => {
  day += 1
  const start = sydney(day, '09:00')
  const customer = { name: 'Cy', email: 'cy@guest.test' }
  await harness.book({ service: 'request', start, customer })
  const pending = `state = 'pending' and respond_by < now()`
  await harness.sql(`update assignment_offers set respond_by = now() - interval '1 minute'`)
  expect(await countOf('assignment_offers', pending)).toBe(1)

  const { result } = await proxy.cutDuring('before-commit', () => followOffers(harness.app.payload))

  expect(result).toBe(0)
  expect(await countOf('assignment_offers', pending)).toBe(1)
  expect(await followOffers(harness.app.payload)).toBe(1)
})
