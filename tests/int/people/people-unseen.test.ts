import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, openHarness } from '../../support/harness.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
let booking: string
let visit: string

beforeAll(async () => {
  harness = await openHarness()
  const made = await harness.book({ service: 'direct', start: sydney(5, '09:00') }, 'customer')
  booking = made.body.id
  visit = (await harness.visitsOf(booking))[0]?.id ?? ''
  await harness.send('POST', `/appointments/${visit}/assign`, 'dispatcher', {
    fieldworker: harness.shop.people[0],
  })
}, 120_000)
afterAll(() => harness.stop())

const showNames = (showFieldworkerName: boolean) =>
  harness.app.payload.updateGlobal({
    slug: 'portal-settings',
    data: { showFieldworkerName },
    overrideAccess: true,
    context: { channel: 'seed' },
  })

const everything = () => [
  '/bookings?depth=3',
  `/bookings/${booking}?depth=3`,
  '/appointments?depth=3',
  `/appointments/${visit}?depth=3`,
  '/booking-lines?depth=3',
  '/series?depth=3',
  '/addresses?depth=3',
  '/notifications?depth=3',
  '/app/me',
  '/app/me/bookings',
  `/app/me/bookings/${booking}`,
  '/app/me/notifications',
]

const readAll = async () => {
  const texts: string[] = []
  for (const path of everything()) {
    const { status, body } = await harness.send('GET', path, 'customer')
    expect([path, status]).toEqual([path, 200])
    texts.push(JSON.stringify(body))
  }
  return texts.join('\n')
}

test('a customer never reads the id of one of our people, whether or not names are shown', async () => {
  for (const shown of [true, false]) {
    await showNames(shown)

    const text = await readAll()

    for (const id of harness.shop.people) expect(text).not.toContain(id)
    expect(text.includes('"fieldworkers":["fieldworker"]')).toBe(shown)
  }
})

test('a customer cannot ask for visits by person', async () => {
  const [person] = harness.shop.people

  const asked = await harness.send(
    'GET',
    `/appointments?where[fieldworker][equals]=${person}`,
    'customer',
  )

  expect(asked.status).toBeGreaterThanOrEqual(400)
  expect(asked.status).toBeLessThan(500)
})

test('what a command answers a customer has no id of our people either', async () => {
  const { status, body } = await harness.send('POST', `/bookings/${booking}/cancel`, 'customer', {
    comment: 'Not needed any more.',
  })

  expect(status).toBe(200)
  for (const id of harness.shop.people) expect(JSON.stringify(body)).not.toContain(id)
})
