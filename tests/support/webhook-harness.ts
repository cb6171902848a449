import { randomUUID } from 'node:crypto'
import { Webhook as SignedWebhook } from 'standardwebhooks'
import { localWebhook } from '../../plugins/local/webhook.ts'
import type { Webhook } from '../../src/integrations.ts'
import { handleWebhookEvent } from '../../src/jobs/records/handle-webhook-event.ts'
import type { Outcome } from '../../src/ports/outcome.ts'
import type { Handled, WebhookEvent } from '../../src/ports/webhook.ts'
import { openHarness } from './harness.ts'

export type StoredEvent = {
  id: string
  state: string
  attempts: number
  error: string | null
  /** Seconds until it is due. */
  wait: number | null
}

type Sent = {
  id?: string
  body?: string
  /** Signs with another secret than the provider's. */
  by?: string
  /** Seconds that the provider's clock is off. */
  late?: number
  provider?: string
  headers?: Record<string, string>
}

export const secret = `whsec_${Buffer.from('the provider and we know this').toString('base64')}`
export const formerSecret = `whsec_${Buffer.from('what we both knew before it').toString('base64')}`

export const done: Outcome<Handled> = { kind: 'ok', value: 'done' }
export const failed: Outcome<Handled> = {
  kind: 'retry',
  reason: 'unavailable',
  detail: { provider: 'shop', message: 'The shop is closed.' },
}

/** The headers with which a provider sends a body. */
export const signedHeaders = ({
  id = randomUUID(),
  body = '{}',
  by = secret,
  late = 0,
}: Sent): Record<string, string> => {
  const at = new Date(Date.now() - late * 1000)
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new SignedWebhook(by).sign(id, at, body),
  }
}

/** The product with a provider `shop`, whose handler does what the test says. */
export const openWebhookHarness = async () => {
  const harness = await openHarness()
  const { payload } = harness.app
  const handled: WebhookEvent[] = []
  let handler: (event: WebhookEvent) => Promise<Outcome<Handled>> = async () => done
  const signed = localWebhook({ secrets: [formerSecret, secret] })
  const shop: Webhook = {
    ...signed,
    name: 'shop',
    handle: (event) => {
      handled.push(event)
      return handler(event)
    },
  }
  payload.config.custom['webhooks'] = [signed, shop]
  return {
    ...harness,
    payload,
    handled,
    /** Registers further providers beside `shop` and `local`. */
    add: (...more: Webhook[]) => {
      payload.config.custom['webhooks'] = [signed, shop, ...more]
    },
    handlerSays: (next: typeof handler) => {
      handler = next
    },
    call: ({ provider = 'shop', headers, ...sent }: Sent) =>
      harness.app.request<{ errors?: { code: string }[] }>('POST', `/webhooks/${provider}`, {
        body: sent.body ?? '{}',
        headers: { ...signedHeaders(sent), ...headers },
      }),
    stored: (eventId: string, provider = 'shop') =>
      harness.sql<StoredEvent>(
        `select id, state, attempts::int as attempts, error,
           extract(epoch from not_before - now())::float8 as wait
         from webhook_events where event_id = $1 and provider = $2`,
        [eventId, provider],
      ),
    handle: (id: string) => handleWebhookEvent(payload, { id }),
    due: (id: string) =>
      harness.sql('update webhook_events set not_before = null where id = $1', [id]),
  }
}

export type WebhookHarness = Awaited<ReturnType<typeof openWebhookHarness>>
