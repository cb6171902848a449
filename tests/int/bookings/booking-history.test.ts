import { createLocalReq } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadHistory } from '../../../src/admin/bookings/page/load-history.ts'
import { type Harness, openHarness } from '../../support/harness.ts'
import { emailOf, type Person } from '../../support/people.ts'
import { sydney } from '../../support/shop.ts'

let office: Harness

beforeAll(async () => {
  office = await openHarness()
}, 120_000)
afterAll(() => office?.stop())

const requestOf = async (person: Person) => {
  const { docs } = await office.app.payload.find({
    collection: 'users',
    where: { email: { equals: emailOf(person) } },
    overrideAccess: true,
  })
  const user = { ...docs[0], collection: 'users' } as never
  return createLocalReq({ user }, office.app.payload)
}

const historyFor = async (person: Person, booking: string) =>
  loadHistory(await requestOf(person), booking, {
    currency: 'AUD',
    showPrices: false,
    zone: 'Australia/Sydney',
  })

const declined = async () => {
  const [fieldworker] = office.shop.people
  const { body } = await office.book({
    service: 'request',
    start: sydney(4, '09:00'),
    customer: { name: 'Di Cline', email: 'di@guest.test' },
  })
  const [visit] = await office.visitsOf(body.id)
  const path = `/appointments/${visit?.id}`
  const asked = { fieldworker, method: 'request' }
  expect(await office.send('POST', `${path}/assign`, 'dispatcher', asked)).toMatchObject({
    status: 200,
  })
  const answer = await office.send('POST', `${path}/decline`, 'fieldworker', {
    reason: 'Van in repair',
  })
  expect(answer.status).toBe(200)
  return body.id
}

test('a declined visit says who and why to everyone of the office, with or without the right to delete', async () => {
  const booking = await declined()

  for (const person of ['dispatcher', 'manager', 'admin'] as const) {
    const acts = await historyFor(person, booking)
    expect(acts, person).toContainEqual(
      expect.objectContaining({
        sentence: expect.stringContaining('declined'),
        reason: 'Van in repair',
      }),
    )
  }
})
