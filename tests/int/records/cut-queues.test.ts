import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localWebhook } from '../../../plugins/local/webhook.ts'
import { linesOf, prove } from '../../../src/database/proof/prove.ts'
import type { Webhook } from '../../../src/integrations.ts'
import { sendDelivery } from '../../../src/jobs/messages/send-delivery.ts'
import { handleWebhookEvent } from '../../../src/jobs/records/handle-webhook-event.ts'
import { startCutting } from '../../support/cutting.ts'
import { startCuttingProxy } from '../../support/cutting-proxy.ts'
import { type Harness, openHarness } from '../../support/harness.ts'
import { randomFrom } from '../../support/random-commands.ts'
import { sydney } from '../../support/shop.ts'
import { secret, signedHeaders } from '../../support/webhook-harness.ts'

/** How often each is cut off; `CUTS=40` is the whole proof. */
const rounds = Number(process.env['CUTS'] ?? 1)
const random = randomFrom(Number(process.env['SEED'] ?? 20261130))

let proxy: Awaited<ReturnType<typeof startCuttingProxy>>
let cutting: ReturnType<typeof startCutting>
let office: Harness

beforeAll(async () => {
  proxy = await startCuttingProxy()
  cutting = startCutting(proxy, { random, rounds })
  office = await openHarness({ through: proxy.standBefore })
}, 300_000)
afterAll(async () => {
  await office?.stop()
  proxy?.stop()
})

test('a booking that was cut off is stored once with its message, which goes out once', async () => {
  const { payload } = office.app
  for (let times = 0; times < 4 * rounds; times++) {
    const email = `${randomUUID()}@guest.test`
    const request = {
      body: {
        service: 'direct',
        start: sydney(20 + times, '09:00'),
        address: { line1: '5 Test Street', suburb: 'Sydney', postcode: '2000' },
        customer: { name: 'Del Ivery', email },
      },
      headers: { 'idempotency-key': randomUUID() },
    }
    const book = async () => (await office.app.request('POST', '/app/bookings', request)).status
    await cutting.cutOff('POST bookings', book)
    expect(await book()).toBe(201)
    const queued = await office.sql<{ id: string; key: string }>(
      `select delivery.id, delivery.key from deliveries delivery
       join bookings booking on booking.id = delivery.booking_id
       where booking.customer_snapshot_email = $1 and delivery.event = 'booking-confirmed'`,
      [email],
    )
    expect(queued).toHaveLength(1)
    const { id = '', key = '' } = queued[0] ?? {}
    for (let turn = 0; turn < 2; turn++) await sendDelivery(payload, { id })

    const kept = await office.sql('select id from outbox_messages where delivery_key = $1', [key])
    expect(kept).toHaveLength(1)
  }
  const [stray] = await office.sql<{ n: number }>(
    'select count(*)::int as n from deliveries where booking_id is null',
  )
  expect(stray?.n).toBe(0)
  cutting.expectTruth(4)
}, 600_000)

test('an event of a provider that was cut off is stored once and takes effect once', async () => {
  const { payload } = office.app
  const shop: Webhook = {
    ...localWebhook({ secrets: [secret] }),
    name: 'shop',
    handle: async ({ id: name }, { req }) => {
      const where = { name: { equals: name } }
      const { totalDocs } = await payload.count({ collection: 'skills', where, req })
      if (totalDocs === 0) await payload.create({ collection: 'skills', data: { name }, req })
      return { kind: 'ok', value: 'done' }
    },
  }
  payload.config.custom['webhooks'] = [shop]
  const body = JSON.stringify({ type: 'invoice.paid' })
  for (let times = 0; times < 4 * rounds; times++) {
    const event = randomUUID()
    const call = async () => {
      const headers = signedHeaders({ id: event, body })
      return (await office.app.request('POST', '/webhooks/shop', { body, headers })).status
    }
    await cutting.cutOff('POST webhooks', call)
    // A provider that got no answer sends the event again.
    expect(await call()).toBe(202)
    const rows = await office.sql<{ id: string }>(
      'select id from webhook_events where event_id = $1',
      [event],
    )
    expect(rows).toHaveLength(1)
    const id = rows[0]?.id ?? ''
    const isLeft = async () => {
      const open = await office.sql(
        `update webhook_events set not_before = null, updated_at = now() - interval '10 minutes'
         where id = $1 and state in ('pending', 'processing', 'failed') returning id`,
        [id],
      )
      return open.length > 0
    }
    await cutting.workOff('webhook event', {
      work: () => handleWebhookEvent(payload, { id }),
      isLeft,
    })

    const [handled] = await office.sql<{ state: string; made: number }>(
      `select state, (select count(*)::int from skills where name = $2) as made
       from webhook_events where id = $1`,
      [id, event],
    )
    expect(handled).toEqual({ state: 'done', made: 1 })
  }
  cutting.expectTruth(4)
}, 600_000)

test('an upload that was cut off answers 503, and its repeat stores one picture', async () => {
  const picture = await sharp({
    create: { width: 4, height: 4, channels: 3, background: '#123456' },
  })
    .png()
    .toBuffer()
  const upload = async (alt: string, key: string) => {
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(picture)], { type: 'image/png' }), 'tap.png')
    form.set('_payload', JSON.stringify({ alt, kind: 'logo' }))
    const headers = { 'idempotency-key': key }
    return (await office.app.request('POST', '/media', { as: 'admin', body: form, headers })).status
  }
  for (let times = 0; times < 3 * rounds; times++) {
    const [alt, key] = [randomUUID(), randomUUID()]
    await cutting.cutOff('POST media', () => upload(alt, key))
    expect(await upload(alt, key)).toBe(201)
    const stored = await office.sql('select id from media where alt = $1', [alt])
    expect(stored).toHaveLength(1)
  }
  cutting.expectTruth(3)
}, 600_000)

test('what all of this has left adds up', async () => {
  const lines: string[] = []
  await prove(office.app.payload, (proof) => lines.push(...linesOf(proof)))

  expect(lines).toEqual([])
})
