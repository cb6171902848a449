import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MessageHarness, openMessageHarness } from '../../support/message-harness.ts'
import type { Person } from '../../support/people.ts'
import { sydney } from '../../support/shop.ts'

let harness: MessageHarness
let day = 2

beforeAll(async () => {
  harness = await openMessageHarness()
}, 120_000)
afterAll(() => harness.stop())

const offered = async (service: 'broadcast' | 'request', fieldworker?: string) => {
  day += 1
  const wish = { service, customerId: harness.shop.customer, start: sydney(day, '09:00') }
  const { body } = await harness.book(
    { ...wish, ...(fieldworker && { fieldworker }) },
    'dispatcher',
  )
  const [visit] = await harness.visitsOf(body.id)
  return { booking: body.id, visit: visit?.id ?? '' }
}

const answer = (visit: string, verb: string, as: Person, body: object = {}) =>
  harness.send('POST', `/appointments/${visit}/${verb}`, as, body)

/** What fieldworkers get about a booking: by mail, with what became of it, and in their list. */
const told = async (booking: string) => {
  const rows = await harness.sql<{ id: string; event: string }>(
    `select id, event from deliveries where booking_id = $1 and channel = 'email'
       and recipient_kind = 'fieldworker' order by created_at, event`,
    [booking],
  )
  for (const { id } of rows) await harness.deliver(id)
  const states = await Promise.all(rows.map(({ id }) => harness.read(id)))
  const listed = await harness.sql<{ event: string; name: string }>(
    `select n.event, u.name from notifications n join users u on u.id = n.user_id
     where n.booking_id = $1 and u.kind = 'fieldworker' order by n.created_at, n.event`,
    [booking],
  )
  return {
    mails: rows.map(({ event }, at) => `${event} ${states[at]?.state}`),
    listed: listed.map(({ event, name }) => `${event} for ${name}`),
  }
}

describe('someone for whom the office answers', () => {
  test('hears that they have the visit, in place of the offer', async () => {
    const [person] = harness.shop.people
    const { booking, visit } = await offered('request', person)

    await answer(visit, 'accept', 'dispatcher')

    expect(await told(booking)).toEqual({
      mails: ['visit-offered cancelled', 'accepted-on-behalf sent'],
      listed: ['visit-offered for fieldworker', 'accepted-on-behalf for fieldworker'],
    })
  })

  test('hears that they have lost it', async () => {
    const [person] = harness.shop.people
    const { booking, visit } = await offered('request', person)

    await answer(visit, 'decline', 'dispatcher', { reason: 'On leave' })

    expect(await told(booking)).toEqual({
      mails: ['visit-offered cancelled', 'declined-on-behalf sent'],
      listed: ['visit-offered for fieldworker', 'declined-on-behalf for fieldworker'],
    })
  })

  test('hears it also where several were asked, each for their own', async () => {
    const [one, two] = harness.shop.people
    const { booking, visit } = await offered('broadcast')

    await answer(visit, 'decline', 'dispatcher', { onBehalfOf: one })
    await answer(visit, 'decline', 'dispatcher', { onBehalfOf: two })

    const { mails, listed } = await told(booking)
    expect(mails.toSorted()).toEqual([
      ...['declined-on-behalf sent', 'declined-on-behalf sent'],
      ...['visit-offered cancelled', 'visit-offered cancelled'],
    ])
    expect(listed.filter((word) => word.startsWith('declined')).toSorted()).toEqual([
      'declined-on-behalf for fieldworker',
      'declined-on-behalf for otherFieldworker',
    ])
  })
})

test('no one is notified of an answer they gave themselves', async () => {
  const [person] = harness.shop.people
  const yes = await offered('request', person)
  const no = await offered('request', person)

  await answer(yes.visit, 'accept', 'fieldworker')
  await answer(no.visit, 'decline', 'fieldworker')

  for (const { booking } of [yes, no]) {
    expect(await told(booking)).toEqual({
      mails: ['visit-offered cancelled'],
      listed: ['visit-offered for fieldworker'],
    })
  }
})
