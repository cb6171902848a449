import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Harness, openHarness } from '../../support/harness.ts'
import { emailOf, type Person } from '../../support/people.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
let visit: string
let hour = 9

beforeAll(async () => {
  harness = await openHarness()
  await harness.sql(
    `update users set role_id = (select id from roles where slug = 'accounts') where email = $1`,
    [emailOf('manager')],
  )
}, 120_000)
afterAll(() => harness.stop())

beforeEach(async () => {
  hour += 1
  const { shop } = harness
  const made = await harness.send('POST', '/bookings', 'dispatcher', {
    customer: shop.customer,
    location: shop.location,
    plan: [
      {
        service: shop.services.request.id,
        visits: [{ start: sydney(hour, '09:00'), fieldworker: shop.people[0] }],
      },
    ],
  })
  const { id } = (made.body as { doc: { id: string } }).doc
  visit = (await harness.visitsOf(id))[0]?.id ?? ''
  await harness.sql(
    `insert into appointments_duties (_order, _parent_id, id, label, done)
     values (1, $1, $2, 'Photograph the meter', false)`,
    [visit, `duty-${hour}`],
  )
})

const put = (acceptance: string, status: string) =>
  harness.sql(
    `update appointments set acceptance = $2::text::enum_appointments_acceptance,
       status = $3::text::enum_appointments_status where id = $1`,
    [visit, acceptance, status],
  )

const duties = [{ label: 'Photograph the meter', done: true }]

const stored = async () => {
  const [row] = await harness.sql<{ outcome_notes: string | null; done: boolean }>(
    `select a.outcome_notes, d.done from appointments a
     join appointments_duties d on d._parent_id = a.id where a.id = $1`,
    [visit],
  )
  return row
}

const report = async (as: Person, body: object) =>
  (await harness.send('PATCH', `/appointments/${visit}`, as, body)).status

test.each(['customer', 'manager'] as const)(
  'notes and duties of a visit are not for %s (manager: role Accounts)',
  async (who) => {
    await put('accepted', 'confirmed')

    expect(await report(who, { outcomeNotes: 'Mine' })).toBe(403)
    expect(await report(who, { duties })).toBe(403)
    expect(await stored()).toEqual({ outcome_notes: null, done: false })
  },
)

test('a fieldworker reports on an offered visit only once it is accepted', async () => {
  expect(await report('fieldworker', { outcomeNotes: 'Early' })).toBe(409)

  await put('accepted', 'confirmed')
  expect(await report('fieldworker', { outcomeNotes: 'Boiler is old' })).toBe(200)
  expect(await report('fieldworker', { duties })).toBe(200)
  expect(await stored()).toEqual({ outcome_notes: 'Boiler is old', done: true })
})

test('once a visit has ended, only the office changes its notes', async () => {
  await put('accepted', 'completed')

  expect(await report('fieldworker', { outcomeNotes: 'Late' })).toBe(409)
  expect(await report('dispatcher', { outcomeNotes: 'Corrected' })).toBe(200)
  expect(await stored()).toMatchObject({ outcome_notes: 'Corrected' })
})

test('someone else’s visit cannot be reported on', async () => {
  await put('accepted', 'confirmed')

  expect([403, 404]).toContain(await report('otherFieldworker', { outcomeNotes: 'Not mine' }))
  expect([403, 404]).toContain(await report('otherCustomer', { outcomeNotes: 'Not mine' }))
  expect(await stored()).toMatchObject({ outcome_notes: null })
})
