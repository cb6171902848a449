import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, openHarness } from '../../support/harness.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
beforeAll(async () => {
  harness = await openHarness()
}, 120_000)
afterAll(() => harness.stop())

const visitAt = async (start: string, more: object = {}): Promise<string> => {
  const customerId = harness.shop.customer
  const { body } = await harness.book(
    { service: 'direct', start, customerId, ...more },
    'dispatcher',
  )
  return (await harness.visitsOf(body.id))[0]?.id ?? ''
}

const openVisit = async (start: string): Promise<string> => {
  const visit = await visitAt(start)
  const nobody = { fieldworker: null }
  const { code } = await harness.send('POST', `/appointments/${visit}/assign`, 'dispatcher', nobody)
  expect(code).toBeUndefined()
  return visit
}

const assign = (visit: string, as: 'dispatcher' | 'fieldworker' = 'dispatcher') =>
  harness.send('POST', `/appointments/${visit}/assign`, as, { fieldworker: 'any' })

const holderOf = async (visit: string) =>
  (await harness.sql('select fieldworker_id from appointments where id = $1', [visit]))[0]?.[
    'fieldworker_id'
  ]

test('the best fit is found for each visit, and no one twice at one time', async () => {
  const start = sydney(4, '09:00')
  const visits = [await openVisit(start), await openVisit(start)]

  const answers = await Promise.all(visits.map((visit) => assign(visit)))

  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  const holders = await Promise.all(visits.map(holderOf))
  expect(holders.toSorted()).toEqual([...harness.shop.people].slice(0, 2).toSorted())
})

test('no one who has declined a visit is given it again unasked', async () => {
  const [one, two] = harness.shop.people
  const visit = await visitAt(sydney(5, '09:00'), { service: 'request', fieldworker: one })
  const decline = (as: 'dispatcher' | 'fieldworker') =>
    harness.send('POST', `/appointments/${visit}/decline`, as, { reason: 'Too far' })

  await decline('fieldworker')
  const second = await assign(visit)
  const offered = await holderOf(visit)
  await decline('dispatcher')
  const third = await assign(visit)

  expect([second.status, offered, third.code]).toEqual([200, two, 'slot-taken'])
})

test('only people who can assign may ask for the best fit', async () => {
  const visit = await openVisit(sydney(6, '09:00'))

  expect((await assign(visit, 'fieldworker')).status).toBeGreaterThanOrEqual(403)
  expect(await holderOf(visit)).toBeNull()
})
