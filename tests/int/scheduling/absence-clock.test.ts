import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { openShop, type Shop } from '../../support/shop.ts'

type Answer = {
  doc?: { id: string; start: string; end: string }
  errors?: { code: string; message: string; field?: string }[]
}

let app: App
let shop: Shop

beforeAll(async () => {
  app = await startApp()
  shop = await openShop(app.payload)
  await app.payload.update({
    collection: 'locations',
    id: shop.location,
    data: { timezone: 'America/New_York' },
    overrideAccess: true,
  })
}, 120_000)
afterAll(() => app.stop())

const save = (body: object, path = '/unavailabilities', method = 'POST') =>
  app.request<Answer>(method, path, { as: 'manager', body: { kind: 'leave', ...body } })
const spanOf = ({ body }: { body: Answer }) => [body.doc?.start, body.doc?.end]

describe('an absence', () => {
  test('written on a clock is meant where its person is', async () => {
    const person = { fieldworker: shop.people[0] }
    const made = await save({ ...person, start: '2027-01-05T09:00', end: '2027-01-05T17:00' })

    expect(made.status).toBe(201)
    expect(spanOf(made)).toEqual(['2027-01-04T22:00:00.000Z', '2027-01-05T06:00:00.000Z'])
  })

  test('of days is whole days where its location is', async () => {
    const made = await save({ location: shop.location, start: '2027-01-05', end: '2027-01-06' })

    expect(spanOf(made)).toEqual(['2027-01-05T05:00:00.000Z', '2027-01-07T05:00:00.000Z'])
  })

  test('does not begin or end at a time that the clocks jump over', async () => {
    const person = { fieldworker: shop.people[0] }
    const early = await save({ ...person, start: '2027-10-03T02:30', end: '2027-10-03T12:00' })
    const late = await save({ ...person, start: '2027-10-02T12:00', end: '2027-10-03T02:30' })

    expect([early.status, late.status]).toEqual([422, 422])
    expect(early.body.errors?.[0]).toMatchObject({
      code: 'nonexistent-local-time',
      field: 'start',
      message: 'The clocks in Australia/Sydney jump over 2027-10-03T02:30; choose another time.',
    })
    expect(late.body.errors?.[0]?.field).toBe('end')
  })

  test('keeps its times where a change names one that the clocks jump over', async () => {
    const person = { fieldworker: shop.people[1] }
    const made = await save({ ...person, start: '2027-10-03T09:00', end: '2027-10-03T12:00' })
    const path = `/unavailabilities/${made.body.doc?.id}`
    const changed = await save({ start: '2027-10-03T02:30' }, path, 'PATCH')

    expect(changed.status).toBe(422)
    const { body } = await app.request<{ start: string }>('GET', path, { as: 'manager' })
    expect(body.start).toBe(made.body.doc?.start)
  })
})

test('other instants say their offset', async () => {
  const role = (await app.payload.find({ collection: 'roles', limit: 1 })).docs[0]?.id
  const key = (expiresAt: string) =>
    app.request<Answer>('POST', '/api-keys', {
      as: 'admin',
      body: { name: `Key ${expiresAt}`, role, scopes: [], expiresAt },
    })

  const { body, status } = await key('2027-01-05T09:00')
  expect([status, body.errors?.[0]?.field]).toEqual([422, 'expiresAt'])
  expect(body.errors?.[0]?.message).toMatch(/offset from UTC/)
  expect((await key('2027-01-05')).status).toBe(422)
  expect((await key('2027-01-05T09:00:00+11:00')).status).toBe(201)
})
