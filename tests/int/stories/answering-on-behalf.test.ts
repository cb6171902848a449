import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, openHarness } from '../../support/harness.ts'
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

test('whose role has the flag answers for the fieldworkers, and no one else, from the next call on', async () => {
  await setFlag('administrator', false)
  const customer = { name: 'Jo', email: 'jo@guest.test' }
  const { id: service } = harness.shop.services.request
  await harness.send('PATCH', `/services/${service}`, 'admin', { crewSize: 2 })
  const { body } = await harness.book({
    service: 'request',
    start: sydney(6, '09:00'),
    customer,
  })
  const asked = (await harness.visitsOf(body.id)).map(({ fieldworker_id }) => fieldworker_id)
  const acceptAll = `/bookings/${body.id}/appointments/accept`

  const refused = await harness.send('POST', acceptAll, 'admin', { ids: 'all' })
  const accepted = await harness.send('POST', acceptAll, 'dispatcher', { ids: 'all' })

  expect([refused.status, refused.code]).toEqual([403, 'not-allowed'])
  expect(accepted.code).toBeUndefined()
  expect(await harness.statusOf(body.id)).toBe('confirmed')
  const told = await harness.messagesOf(body.id)
  expect(told).toContain('email:booking-confirmed:customer')
  expect(told.filter((word) => word === 'email:visit-offered:fieldworker').length).toBeLessThan(3)
  const [notified] = await harness.sql<{ n: number }>(
    'select count(distinct user_id)::int as n from notifications where booking_id = $1',
    [body.id],
  )
  expect(notified?.n).toBeGreaterThanOrEqual(2)
  const answers = (await harness.historyOf(body.id)).filter(
    ({ command, subject_type }) => command === 'accept' && subject_type === 'appointments',
  )
  expect(answers.map(({ actor_name }) => actor_name)).toEqual(['dispatcher', 'dispatcher'])
  expect(answers.map(({ on_behalf_of }) => on_behalf_of).sort()).toEqual([...asked].sort())

  await setFlag('dispatcher', false)
  const next = await harness.send('POST', `/bookings/${body.id}/appointments/pend`, 'dispatcher', {
    ids: 'all',
  })

  expect([next.status, next.code]).toEqual([403, 'not-allowed'])
})
