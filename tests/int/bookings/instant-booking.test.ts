import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOfBooking } from '../../support/booking-rows.ts'
import { type Harness, openHarness } from '../../support/harness.ts'
import { sydney } from '../../support/shop.ts'
import { countStatements } from '../../support/statements.ts'

let harness: Harness
let guest = 0

beforeAll(async () => {
  harness = await openHarness()
}, 120_000)
afterAll(() => harness.stop())

const book = (service: string, start: string) => {
  guest += 1
  return harness.book({
    service,
    start,
    notes: 'Ring twice',
    customer: { name: 'Jo Park', email: `jo${guest}@guest.test`, phone: '0412 345 678' },
  })
}

describe('an instant booking', () => {
  test.each([
    ['an e-mail address', 13, { email: 'kim@guest.test' }],
    ['a phone number alone', 12, { phone: '0412 345 678' }],
  ])('of a stranger with %s costs at most %i statements', async (_, statements, address) => {
    const service = harness.shop.services.direct.slug
    await book(service, sydney(3, '09:00'))
    const customer = { name: 'Kim Lee', ...address }
    let status = 0

    const count = await countStatements(async () => {
      ;({ status } = await harness.book({ service, start: sydney(4, '13:00'), customer }))
    })

    expect(status).toBe(201)
    expect(count).toBeLessThanOrEqual(statements)
  })

  test('stores the text that people see of an answer, without direction marks', async () => {
    const { id, slug } = harness.shop.services.direct
    await harness.sql(
      `insert into services_questions (id, _order, _parent_id, key, label)
       values ('gate', 1, $1, 'gate', 'Which gate?')`,
      [id],
    )
    await harness.book({
      service: slug,
      start: sydney(4, '09:00'),
      answers: { gate: '\u202EevE\u2069' },
      customer: { name: 'Jo Park', email: 'gate@guest.test', phone: '0412 345 678' },
    })

    const rows = await harness.sql('select answers from bookings where answers is not null')
    await harness.sql('delete from services_questions where id = $1', ['gate'])
    expect(rows).toEqual([{ answers: { gate: 'evE' } }])
  })

  test.each([
    ['direct', '09:00'],
    ['request', '11:00'],
    ['broadcast', '13:00'],
    ['approval', '15:00'],
  ] as const)(
    'leaves the rows that saving one document after another leaves: %s',
    async (name, time) => {
      const service = harness.shop.services[name].slug
      const swift = await book(service, sydney(8, time))
      const { hooks } = harness.app.payload.collections.bookings.config
      hooks.afterChange.push(({ doc }) => doc)
      const slow = await book(service, sydney(15, time))
      hooks.afterChange.pop()

      expect([swift.status, slow.status]).toEqual([201, 201])
      expect(await rowsOfBooking(harness, swift.body.id)).toEqual(
        await rowsOfBooking(harness, slow.body.id),
      )
    },
  )
})
