import { afterAll, beforeAll, expect, test } from 'vitest'
import { actorOf } from '../../../src/access/actor.ts'
import { loadBooking } from '../../../src/admin/bookings/page/load-booking.ts'
import { type Harness, openHarness } from '../../support/harness.ts'
import type { Person } from '../../support/people.ts'
import { requestOf } from '../../support/request-of.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
beforeAll(async () => {
  harness = await openHarness()
}, 120_000)
afterAll(() => harness.stop())

const flag = 'appointment.respond-on-behalf'

const setFlag = async (slug: string, isOn: boolean) => {
  const [role] = await harness.sql<{ id: string }>('select id from roles where slug = $1', [slug])
  const read = await harness.send('GET', `/roles/${role?.id}`, 'admin')
  const has = (read.body as { permissions: string[] }).permissions
  const permissions = isOn ? [...has, flag] : has.filter((one) => one !== flag)
  const saved = await harness.send('PATCH', `/roles/${role?.id}`, 'admin', { permissions })
  expect(saved.code).toBeUndefined()
}

const pageOf = async (booking: string, person: Person) => {
  const req = await requestOf(harness, person)
  const view = await loadBooking({ req, actor: await actorOf(req), id: booking })
  return view?.visits.map(({ answers }) => answers)
}

/** A booking for two people who are both asked. */
const askTwo = async () => {
  const { id: service } = harness.shop.services.request
  await harness.send('PATCH', `/services/${service}`, 'admin', { crewSize: 2 })
  const { body } = await harness.book({
    ...{ service: 'request', start: sydney(6, '09:00') },
    customer: { name: 'Jo', email: 'jo@guest.test' },
  })
  const visits = await harness.visitsOf(body.id)
  return { id: body.id, asked: visits.flatMap(({ fieldworker_id }) => fieldworker_id ?? []) }
}

const notified = (booking: string) =>
  harness.sql<{ event: string; fieldworker: string }>(
    `select n.event, u.fieldworker_id as fieldworker from notifications n
     join users u on u.id = n.user_id
     where n.booking_id = $1 and n.event = 'accepted-on-behalf'`,
    [booking],
  )

test('only a role with the permission answers for fieldworkers, and only while it has it', async () => {
  await setFlag('administrator', false)
  const { id, asked } = await askTwo()
  const acceptAll = `/bookings/${id}/appointments/accept`
  expect(new Set(asked).size).toBe(2)

  expect(await pageOf(id, 'dispatcher')).toEqual([
    ['accept', 'decline'],
    ['accept', 'decline'],
  ])
  expect(await pageOf(id, 'admin')).toEqual([[], []])
  const refused = await harness.send('POST', acceptAll, 'admin', { ids: 'all' })
  expect([refused.status, refused.code]).toEqual([403, 'not-allowed'])
  expect(await harness.statusOf(id)).toBe('pending')

  const from = Date.now()
  const accepted = await harness.send('POST', acceptAll, 'dispatcher', { ids: 'all' })

  expect(accepted.code).toBeUndefined()
  expect(await harness.statusOf(id)).toBe('confirmed')
  const messages = await harness.messagesOf(id)
  const count = (word: string) => messages.filter((one) => one === word).length
  expect(count('email:booking-confirmed:customer')).toBe(1)
  expect(count('email:accepted-on-behalf:fieldworker')).toBe(2)
  const lists = await notified(id)
  expect(lists.map(({ fieldworker }) => fieldworker).toSorted()).toEqual(asked.toSorted())

  const answers = (await harness.historyOf(id)).filter(
    ({ command, subject_type }) => command === 'accept' && subject_type === 'appointments',
  )
  expect(answers.map(({ actor_name }) => actor_name)).toEqual(['dispatcher', 'dispatcher'])
  expect(answers.map(({ on_behalf_of }) => on_behalf_of).toSorted()).toEqual(asked.toSorted())
  for (const { at, changes } of answers) {
    expect(changes['acceptance']).toEqual(['pending', 'accepted'])
    expect(at.getTime()).toBeGreaterThanOrEqual(from - 1000)
  }

  await setFlag('dispatcher', false)
  const next = await harness.send('POST', `/bookings/${id}/appointments/pend`, 'dispatcher', {
    ids: 'all',
  })

  expect([next.status, next.code]).toEqual([403, 'not-allowed'])
  expect(await pageOf(id, 'dispatcher')).toEqual([[], []])
})
