import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, openHarness } from '../../support/harness.ts'
import type { Person } from '../../support/people.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
beforeAll(async () => {
  harness = await openHarness()
}, 120_000)
afterAll(() => harness.stop())

const inboxOf = async (person: Person) => {
  const { body } = await harness.send('GET', '/app/me/offers', person)
  return (body as { offers: { appointment: string }[] }).offers.map((offer) => offer.appointment)
}

test('an accepted visit can be asked again while its booking stays confirmed', async () => {
  const customer = { name: 'Jo', email: 'jo@guest.test' }
  const { body } = await harness.book({ service: 'request', start: sydney(7, '09:00'), customer })
  const [visit] = await harness.visitsOf(body.id)
  const holder: Person =
    visit?.fieldworker_id === harness.shop.people[0] ? 'fieldworker' : 'otherFieldworker'
  await harness.send('POST', `/appointments/${visit?.id}/accept`, holder)
  expect(await inboxOf(holder)).toEqual([])

  const moved = await harness.tabsWith(() =>
    harness.send('POST', `/appointments/${visit?.id}/pend`, 'dispatcher'),
  )

  expect(moved).toEqual({ 'pending-acceptance': 1 })
  expect(await harness.statusOf(body.id)).toBe('confirmed')
  expect(await inboxOf(holder)).toEqual([visit?.id])
  const offers = await harness.sql<{ state: string; id: string; previous_id: string | null }>(
    'select * from assignment_offers where appointment_id = $1 order by sent_at, created_at',
    [visit?.id],
  )
  expect(offers.map(({ previous_id }) => previous_id)).toEqual([null, offers[0]?.id])
  expect(offers[1]?.state).toBe('pending')
  const [held] = await harness.sql<{ n: number }>(
    'select count(*)::int as n from occupancies where appointment_id = $1 and exclusive',
    [visit?.id],
  )
  expect(held?.n).toBe(1)
})
