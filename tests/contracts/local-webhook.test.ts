import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWebhookHarness, type WebhookHarness } from '../support/webhook-harness.ts'

let desk: WebhookHarness

beforeAll(async () => {
  desk = await openWebhookHarness()
}, 120_000)
afterAll(() => desk.stop())

const stored = async (id: string) => {
  const [row] = await desk.stored(id, 'local')
  if (!row) throw new Error('The event is not stored.')
  return row
}
const removal = (key: string) => JSON.stringify({ type: 'calendar-event.removed', data: { key } })
const enter = async (key: string) =>
  desk.sql(
    `insert into calendar_events (key, title, start, "end", timezone, state)
     values ($1, 'Tap', now(), now() + interval '1 hour', 'Australia/Sydney', 'confirmed')`,
    [key],
  )
const stateOf = (key: string) => desk.sql('select state from calendar_events where key = $1', [key])
const report = async (key: string) => {
  const id = randomUUID()
  await desk.call({ id, body: removal(key), provider: 'local' })
  return stored(id)
}

test('reports a removed calendar entry, once or twice with the same result', async () => {
  const key = randomUUID()
  await enter(key)
  for (const { id } of [await report(key), await report(key)]) await desk.handle(id)

  expect(await stateOf(key)).toEqual([{ state: 'removed' }])
})

test('may report before the entry is there', async () => {
  const key = randomUUID()
  const { id } = await report(key)
  await desk.handle(id)
  await enter(key)
  await desk.due(id)
  await desk.handle(id)

  expect(await stateOf(key)).toEqual([{ state: 'removed' }])
})

test('may send what the product does not use', async () => {
  const id = randomUUID()
  await desk.call({ id, body: '{"type":"invoice.paid"}', provider: 'local' })
  await desk.handle((await stored(id)).id)

  expect(await desk.stored(id, 'local')).toMatchObject([{ state: 'ignored' }])
})
