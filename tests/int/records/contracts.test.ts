import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { companyAnswerSchema } from '../../../src/contracts/records/company.ts'
import { meAnswerSchema, sessionAnswerSchema } from '../../../src/contracts/people/me.ts'
import {
  linkAnswerSchema,
  myBookingAnswerSchema,
  myBookingsAnswerSchema,
} from '../../../src/contracts/bookings/my-bookings.ts'
import {
  myNotificationsAnswerSchema,
  myOffersAnswerSchema,
  myVisitAnswerSchema,
  myVisitsAnswerSchema,
} from '../../../src/contracts/bookings/my-visits.ts'
import {
  serviceAnswerSchema,
  servicesAnswerSchema,
} from '../../../src/contracts/catalogue/services.ts'
import {
  slotPeopleAnswerSchema,
  slotsAnswerSchema,
} from '../../../src/contracts/scheduling/slots.ts'
import { mintLink } from '../../../src/operations/messages/mint-link.ts'
import { type Demo, startDemo } from '../../support/demo.ts'
import { runSql } from '../../support/run-sql.ts'

let demo: Demo

beforeAll(async () => {
  demo = await startDemo(Date.now())
}, 300_000)
afterAll(() => demo?.stop())

const fieldworkers = ['liam', 'sofia', 'jack', 'priya', 'tom', 'mei', 'aisha', 'daniel']
const customers = ['charlotte', 'ethan', 'isla']
const staff = ['olivia', 'henry', 'grace', 'ella']

/** The answer, which must have exactly what the contract names: nothing less and nothing more. */
const answerOf = async <Schema extends z.ZodType>(
  schema: Schema,
  path: string,
  name?: string,
): Promise<z.infer<Schema>> => {
  const { status, body } = await demo.get(path, name)
  expect({ status, body }).toMatchObject({ status: 200 })
  const parsed = schema.parse(body)
  expect(body).toEqual(parsed)
  return parsed
}

const dayAhead = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const range = `from=${dayAhead(2)}&to=${dayAhead(12)}`

describe('what anybody may read answers as the site expects it', () => {
  test('the company', async () => {
    const company = await answerOf(companyAnswerSchema, '/app/company')
    expect(company.name).toContain('Harbour')
  })

  test('the services, all and each', async () => {
    const { services } = await answerOf(servicesAnswerSchema, '/app/services')
    expect(services.length).toBeGreaterThan(7)
    for (const { slug } of services) await answerOf(serviceAnswerSchema, `/app/services/${slug}`)
  })

  test('the free times of every service', async () => {
    const { services } = await answerOf(servicesAnswerSchema, '/app/services')
    for (const { slug, locations, locationTypes } of services) {
      const place = locationTypes.includes('fixed')
        ? `location=${locations[0]?.id}`
        : 'postcode=2042'
      const path = `/app/slots?service=${slug}&${place}&${range}`
      const found = await answerOf(slotsAnswerSchema, path)
      expect(found.mode === 'request' || found.slots.length > 0, slug).toBe(true)
    }
  })

  test('signing in, on the site and in the office', async () => {
    for (const name of ['charlotte', 'liam', 'grace']) {
      const login = demo.logins.find(({ email }) => email.startsWith(name))
      const { status, body } = await demo.request('POST', '/app/session', {
        body: { email: login?.email, password: login?.password },
      })
      expect(status).toBe(200)
      expect(body).toEqual(sessionAnswerSchema.parse(body))
    }
  })

  test('no one, when no one is signed in', async () => {
    expect(await answerOf(meAnswerSchema, '/app/me')).toEqual({ me: null })
  })
})

describe('what customers read answers as the site expects it', () => {
  test('themselves and their notifications', async () => {
    for (const name of customers) {
      const { me } = await answerOf(meAnswerSchema, '/app/me', name)
      expect(me?.kind).toBe('customer')
      await answerOf(myNotificationsAnswerSchema, '/app/me/notifications', name)
    }
  })

  test('their bookings, all and each', async () => {
    let seen = 0
    for (const name of customers) {
      const { bookings } = await answerOf(myBookingsAnswerSchema, '/app/me/bookings', name)
      for (const { id } of bookings) {
        await answerOf(myBookingAnswerSchema, `/app/me/bookings/${id}`, name)
        seen += 1
      }
    }
    expect(seen).toBeGreaterThan(3)
  })

  test('a mailed link to a booking, for bookings in every status', async () => {
    const bookings = await runSql<{ id: string; status: string; next: string | null }>(
      demo.url,
      `select distinct on (status) id, status, rescheduled_to_id as next from bookings
       order by status, rescheduled_to_id nulls last`,
    )
    expect(bookings).toHaveLength(6)
    const req = await createLocalReq({}, demo.payload)
    for (const { id, status, next } of bookings) {
      const link = await mintLink(req, {
        purpose: 'view',
        subjectType: 'bookings',
        subjectId: id,
        expiresAt: Date.now() + 3_600_000,
      })
      const token = link.split('/').at(-1)
      const answer = await answerOf(linkAnswerSchema, `/app/links/${token}`)
      // A booking that moved is shown at its newest time.
      expect(answer.booking?.id === id).toBe(status !== 'rescheduled' || next === null)
    }
  })
})

describe('what fieldworkers read answers as the site expects it', () => {
  test('themselves and their notifications', async () => {
    for (const name of fieldworkers) {
      const { me } = await answerOf(meAnswerSchema, '/app/me', name)
      expect(me?.kind).toBe('fieldworker')
      await answerOf(myNotificationsAnswerSchema, '/app/me/notifications', name)
    }
  })

  test('the offers that wait for them', async () => {
    let seen = 0
    for (const name of fieldworkers) {
      const { offers } = await answerOf(myOffersAnswerSchema, '/app/me/offers', name)
      seen += offers.length
    }
    expect(seen).toBeGreaterThan(5)
  })

  test('their visits, all and each', async () => {
    let seen = 0
    for (const name of fieldworkers) {
      const path = `/app/me/visits?from=${dayAhead(-12)}&to=${dayAhead(14)}`
      const { visits } = await answerOf(myVisitsAnswerSchema, path, name)
      for (const { id } of visits) {
        await answerOf(myVisitAnswerSchema, `/app/me/visits/${id}`, name)
        seen += 1
      }
    }
    expect(seen).toBeGreaterThan(50)
  })
})

describe('what the office reads answers as the panel expects it', () => {
  test('themselves', async () => {
    for (const name of staff) {
      const { me } = await answerOf(meAnswerSchema, '/app/me', name)
      expect(me?.kind).toBe('staff')
    }
  })

  test('who can take a start', async () => {
    const { slots } = await answerOf(
      slotsAnswerSchema,
      `/app/slots?service=tap-repair&postcode=2042&${range}`,
      'grace',
    )
    const start = encodeURIComponent(slots[0]?.start ?? '')
    const path = `/app/slots/people?service=tap-repair&postcode=2042&start=${start}`
    const { people } = await answerOf(slotPeopleAnswerSchema, path, 'grace')
    expect(people.filter(({ free }) => free)).toHaveLength(slots[0]?.available ?? 0)
  })
})

describe('odd questions', () => {
  const id = '00000000-0000-4000-8000-000000000000'
  test.each([
    ['/app/me/bookings/none', 'charlotte', 404],
    [`/app/me/bookings/${id}`, 'charlotte', 404],
    ['/app/me/visits/none', 'liam', 404],
    [`/app/me/visits/${id}`, 'liam', 404],
    ['/app/me/visits?from=tomorrow', 'liam', 422],
    ['/app/me/visits?to=9999-12-31', 'liam', 422],
    ['/app/me/visits?from[]=1&from[]=2', 'liam', 422],
    ['/app/services/no-such-service', undefined, 404],
    ['/app/links/none', undefined, 410],
    ['/app/me/bookings', undefined, 401],
    ['/app/me/offers', 'charlotte', 403],
    ['/app/me/bookings', 'liam', 403],
    ['/app/slots/people?service=tap-repair', 'charlotte', 403],
  ])('%s of %s is refused in words with %i', async (path, name, status) => {
    const answer = await demo.get(path, name)
    expect(answer).toMatchObject({ status, body: { errors: [{ code: expect.any(String) }] } })
  })
})
