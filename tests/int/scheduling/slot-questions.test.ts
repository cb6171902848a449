import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { SlotPeopleAnswer, SlotsAnswer } from '../../../src/contracts/scheduling/slots.ts'
import { insert } from '../../support/records.ts'
import {
  type Asked,
  asSeed,
  morning,
  openSlotHarness,
  queryOf,
  type Refused,
  type SlotHarness,
  wednesday,
} from '../../support/slot-harness.ts'

let harness: SlotHarness

beforeAll(async () => {
  harness = await openSlotHarness()
})
afterAll(() => harness?.stop())

describe('an address that no one covers', () => {
  test('gets a request instead of times', async () => {
    const answer = await harness.ask({
      service: harness.shop.services.direct.slug,
      ...wednesday,
      postcode: '0872',
    })
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ mode: 'request', reason: 'unknown-postcode', slots: [] })
  })

  test('gets no times for work by request either, while the office does', async () => {
    const { slug } = await harness.open({ service: { mode: 'request' } })
    const { body } = await harness.ask({ service: slug, ...wednesday })
    expect(body).toMatchObject({ mode: 'request', reason: 'by-request', slots: [] })
    const path = `/app/slots?${queryOf({ service: slug, postcode: '2000', ...wednesday })}`
    const office = await harness.app.request<SlotsAnswer>('GET', path, { as: 'dispatcher' })
    expect(office.body.slots).toHaveLength(morning.length)
  })
})

describe('who can take a start', () => {
  const who = (asked: Asked, as: 'anonymous' | 'customer' | 'dispatcher' = 'dispatcher') =>
    harness.app.request<SlotPeopleAnswer & Refused>(
      'GET',
      `/app/slots/people?${queryOf({ postcode: '2000', ...asked })}`,
      { as },
    )
  const start = '2026-09-23T00:00:00Z'

  test('is explained to the office, with who is busy', async () => {
    const { slug, person } = await harness.open()
    const { body } = await who({ service: slug, start })
    expect(body.people).toEqual([
      { id: person, name: expect.any(String), working: true, free: true },
    ])
    await insert(harness.app.payload, 'occupancies', {
      fieldworker: person,
      startsAt: start,
      endsAt: '2026-09-23T01:00:00Z',
      kind: 'visit',
      exclusive: true,
    })
    const later = await who({ service: slug, start })
    expect(later.body.people[0]).toMatchObject({ working: true, free: false })
  })

  test('is no one else’s business', async () => {
    const asked = { service: harness.shop.services.direct.slug, start }
    expect((await who(asked, 'anonymous')).status).toBe(401)
    expect((await who(asked, 'customer')).status).toBe(403)
  })

  test.each([
    ['start', { start: 'noon' }],
    ['start', { start: '2026-13-45T00:00:00Z' }],
    ['postcode', { start, postcode: undefined }],
    ['lat', { start, lat: 91, lng: 0 }],
    ['except', { start, except: 'x' }],
  ])('names the field %s that it cannot read', async (field, asked) => {
    const { status, body } = await who({ service: harness.shop.services.direct.slug, ...asked })
    expect(status).toBe(422)
    expect(body.errors?.[0]).toMatchObject({ code: 'invalid-input', field })
  })
})

describe('a question that cannot be answered', () => {
  const good = { service: 'direct', ...wednesday }
  test.each<[string, Asked]>([
    ['service', { ...good, service: undefined }],
    ['service', { ...good, service: 'x'.repeat(500) }],
    ['from', { ...good, from: 'tomorrow' }],
    ['from', { ...good, from: '2026-02-30' }],
    ['from', { ...good, from: '0000-01-01' }],
    ['to', { ...good, to: '9999-12-31' }],
    ['to', { ...good, to: '2026-09-22' }],
    ['to', { ...good, to: '2026-12-31' }],
    ['to', { ...good, to: undefined }],
    ['postcode', { ...good, postcode: undefined }],
    ['postcode', { ...good, postcode: 'x'.repeat(40) }],
    ['location', { ...good, location: "1' or '1'='1" }],
    ['location', { ...good, location: '00000000-0000-4000-8000-000000000000' }],
    ['lat', { ...good, lat: 'NaN', lng: '1' }],
    ['lng', { ...good, lat: '1', lng: '1e9' }],
    ['fieldworker', { ...good, fieldworker: 'me' }],
    ['quantity', { ...good, quantity: 0 }],
    ['quantity', { ...good, quantity: '1e3' }],
    ['quantity', { ...good, quantity: 1.5 }],
  ])('is refused with the field %s: %j', async (field, asked) => {
    const { status, body } = await harness.ask(asked)
    expect(body.errors?.[0]).toMatchObject({ code: 'invalid-input', field })
    expect(status).toBe(422)
    expect(body.errors?.[0]?.message).not.toBe('')
  })

  test.each([
    'service[like]=direct&from=2026-09-23&to=2026-09-23&postcode=2000',
    'service=direct&service=request&from=2026-09-23&to=2026-09-23&postcode=2000',
    'service=direct&from[]=2026-09-23&to=2026-09-23&postcode=2000',
    'service=direct&from=2026-09-23&to=2026-09-23&postcode[$ne]=1',
    'service=direct%00&from=2026-09-23&to=2026-09-23&postcode=2000',
    'service=direct&from=2026-09-23&to=2026-09-23&postcode=20%00',
    '__proto__[x]=1',
  ])('is refused and breaks nothing: %s', async (query) => {
    const { status, body } = await harness.app.request<Refused>('GET', `/app/slots?${query}`)
    expect([404, 422]).toContain(status)
    expect(body.errors?.[0]?.code).toMatch(/^(invalid-input|not-found)$/)
  })

  test('about an unknown service is refused', async () => {
    const { status, body } = await harness.ask({ ...good, service: 'no-such-service' })
    expect(status).toBe(404)
    expect(body.errors?.[0]).toMatchObject({ code: 'not-found' })
  })
})

describe('one question', () => {
  test('costs at most six statements, however many people there are', async () => {
    for (let index = 0; index < 20; index += 1) {
      await harness.hire(`Extra ${index}`, harness.shop.services.direct.id)
    }
    const { pool } = harness.app.payload.db as unknown as {
      pool: { Client: { prototype: { query: (...input: unknown[]) => unknown } } }
    }
    const sent = vi.spyOn(pool.Client.prototype, 'query')
    const { body } = await harness.ask({
      service: 'direct',
      from: '2026-09-21',
      to: '2026-11-20',
    })
    const statements = sent.mock.calls.length
    sent.mockRestore()
    expect(body.slots.length).toBeGreaterThan(500)
    expect(statements).toBeGreaterThan(0)
    expect(statements).toBeLessThanOrEqual(6)
  })
})

describe('the services and the company', () => {
  test('show customers what they may book and nothing else', async () => {
    const hidden = await harness.open({ service: { bookable: false } })
    const gone = await harness.open({ service: { active: false } })
    const { body } = await harness.app.request<{ services: { slug: string }[] }>(
      'GET',
      '/app/services',
    )
    const slugs = body.services.map(({ slug }) => slug)
    expect(slugs).toContain('direct')
    expect(slugs).not.toContain(hidden.slug)
    expect(slugs).not.toContain(gone.slug)
    expect((await harness.app.request('GET', `/app/services/${hidden.slug}`)).status).toBe(404)
    expect((await harness.ask({ service: hidden.slug, ...wednesday })).status).toBe(404)
    expect((await harness.app.request('GET', '/app/services/%27%20or%201=1')).status).toBe(404)
  })

  test('say what the portal allows, without what the office keeps to itself', async () => {
    const { body } = await harness.app.request('GET', '/app/company')
    expect(body).toMatchObject({
      name: 'Shop',
      currency: 'AUD',
      portal: { bookingEnabled: true, cancelNoticeHours: 24 },
    })
  })

  test('are closed to customers while online booking is off', async () => {
    const enable = (bookingEnabled: boolean) =>
      harness.app.payload.updateGlobal({
        slug: 'portal-settings',
        data: { bookingEnabled },
        ...asSeed,
      })
    await enable(false)
    const { status, body } = await harness.ask({ service: 'direct', ...wednesday })
    await enable(true)
    expect(status).toBe(403)
    expect(body.errors?.[0]).toMatchObject({ code: 'feature-off' })
  })
})
