import type { PayloadRequest } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeFruitlessSearches } from '../../../src/database/scheduling/fruitless-searches.ts'
import { addDays, localDateOf } from '../../../src/domain/scheduling/local-time.ts'
import { checkSetup } from '../../../src/operations/setup/check-setup.ts'
import { type Demo, startDemo } from '../../support/demo.ts'
import { runSql } from '../../support/run-sql.ts'

let demo: Demo

beforeAll(async () => {
  demo = await startDemo(Date.now())
}, 300_000)
afterAll(() => demo?.stop())

const check = () => checkSetup({ payload: demo.payload } as PayloadRequest)
const codes = async () => (await check()).faults.map(({ code }) => code)

const search = async (postcode: string, name?: string) => {
  const from = localDateOf(Date.now(), 'Australia/Sydney')
  const [service] = await runSql<{ slug: string }>(
    demo.url,
    `select slug from services s where mode = 'instant' and bookable and active and exists (
      select from services_location_types t where t.parent_id = s.id and t.value = 'mobile')
      order by slug limit 1`,
  )
  const answer = await demo.get(
    `/app/slots?service=${service?.slug}&postcode=${postcode}&from=${from}&to=${addDays(from, 2)}`,
    name,
  )
  expect(answer.status).toBe(200)
}

test('nothing is amiss in the demo company', async () => {
  expect((await check()).faults).toEqual([])
})

test('what is broken in the database is named with the page that mends it', async () => {
  const [service] = await runSql<{ id: string }>(
    demo.url,
    `update services set crew_size = 20 where slug = (select slug from services
      where active and deleted_at is null order by slug limit 1) returning id`,
  )
  await runSql(demo.url, `update portal_settings set cancel_fee_automatic = true`)
  await runSql(demo.url, `update financial_settings set cancellation_fee_amount = 0`)

  const { faults } = await check()

  expect(faults).toContainEqual(
    expect.objectContaining({
      code: 'service-crew-too-large',
      mendedAt: { collection: 'services', id: service?.id },
    }),
  )
  expect(await codes()).toContain('fee-of-nothing')
})

test('searches of customers that found nothing are counted by place and cause', async () => {
  for (const postcode of ['9999', '99 99']) await search(postcode)
  await search('9999', 'grace')
  await writeFruitlessSearches(demo.payload)
  await search('9999')
  await writeFruitlessSearches(demo.payload)

  const { missed } = await check()

  expect(missed).toEqual([
    expect.objectContaining({
      ...{ searches: 3, place: '9999', cause: 'unknown-postcode' },
      mendedAt: { collection: 'areas' },
    }),
  ])
})

test('what was searched more than a month ago is forgotten', async () => {
  await runSql(demo.url, `update fruitless_searches set day = current_date - 40`)

  expect((await check()).missed).toEqual([])
  await search('8888')
  await writeFruitlessSearches(demo.payload)
  const rows = await runSql<{ place: string }>(demo.url, 'select place from fruitless_searches')
  expect(rows).toEqual([{ place: '8888' }])
})
