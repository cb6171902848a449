import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, startApp } from '../support/app.ts'
import { openShop, sydney } from '../support/shop.ts'

let app: App

beforeAll(async () => {
  app = await startApp()
  await openShop(app.payload)
}, 120_000)
afterAll(() => app.stop())

describe('two people who save at the same time', () => {
  test('both keep what they changed, 100 times out of 100', async () => {
    const { body } = await app.request<{ id: string }>('POST', '/app/bookings', {
      body: {
        service: 'direct',
        start: sydney(3, '09:00'),
        address: { line1: '1 Test Street', postcode: '2000' },
        customer: { name: 'Pair', phone: '0412345678' },
      },
    })
    const save = (as: 'admin' | 'dispatcher', notes: object) =>
      app.request('PATCH', `/bookings/${body.id}`, { as, body: { notes } })

    let lost = 0
    for (let round = 0; round < 100; round++) {
      const [first, second] = await Promise.all([
        save('admin', { internal: `office ${round}` }),
        save('dispatcher', { customer: `customer ${round}` }),
      ])
      expect([first.status, second.status]).toEqual([200, 200])
      const { notes } = await app.payload.findByID({
        collection: 'bookings',
        id: body.id,
        depth: 0,
        overrideAccess: true,
      })
      if (notes?.internal !== `office ${round}` || notes.customer !== `customer ${round}`) lost += 1
    }

    process.stdout.write(`100 pairs of concurrent edits: ${lost} lost\n`)
    expect(lost).toBe(0)
  }, 300_000)

  test('the one who saves an older version of the same field is told', async () => {
    const { body } = await app.request<{ id: string }>('POST', '/app/bookings', {
      body: {
        service: 'direct',
        start: sydney(4, '09:00'),
        address: { line1: '1 Test Street', postcode: '2000' },
        customer: { name: 'Stale', phone: '0412345678' },
      },
    })
    const seen = await app.payload.findByID({
      collection: 'bookings',
      id: body.id,
      depth: 0,
      overrideAccess: true,
    })
    const save = (internal: string) =>
      app.request<{ errors?: { code: string }[] }>('PATCH', `/bookings/${body.id}`, {
        as: 'dispatcher',
        body: { notes: { internal }, version: seen.version },
      })

    const first = await save('first')
    const second = await save('second')

    expect(first.status).toBe(200)
    expect(second.body.errors?.[0]?.code).toBe('stale-version')
  })
})
