import { sql } from 'drizzle-orm'
import { Webhook as SignedWebhook } from 'standardwebhooks'
import { z } from 'zod'
import type { Webhook } from '../../src/integrations.ts'
import type { Outcome } from '../../src/ports/outcome.ts'
import type { Handled, WebhookCall } from '../../src/ports/webhook.ts'
import { databaseOf } from './adapter.ts'
import { outcomeOfError, provider } from './mapping.ts'

const eventBody = z.object({ type: z.string() })
const removal = z.object({ data: z.object({ key: z.string() }) })

const isSigned = (secret: string, { body, headers }: WebhookCall): boolean => {
  try {
    new SignedWebhook(secret).verify(body, Object.fromEntries(headers), { jsonParse: false })
    return true
  } catch {
    return false
  }
}

/** Somebody deletes an event in their own calendar; an event that is not there yet may still come. */
const removeEvent = async (body: string, req: Parameters<Webhook['handle']>[1]['req']) => {
  const read = removal.safeParse(JSON.parse(body))
  if (!read.success) {
    const detail = { provider, message: 'The event names no calendar entry.' }
    return { kind: 'permanent', code: 'invalid', detail } satisfies Outcome<Handled>
  }
  const { rows } = await databaseOf(req.payload).execute(sql`
    update calendar_events set state = 'removed', updated_at = now()
    where key = ${read.data.data.key} returning id`)
  if (rows.length > 0) return { kind: 'ok', value: 'done' } satisfies Outcome<Handled>
  const detail = { provider, message: 'There is no calendar entry with this key yet.' }
  return { kind: 'retry', reason: 'unavailable', detail } satisfies Outcome<Handled>
}

/** Events signed as Standard Webhooks says, with any of the secrets, so that they can be rotated. */
export const localWebhook = ({ secrets }: { secrets: readonly string[] }): Webhook => ({
  name: provider,
  verify: (call) => secrets.some((secret) => isSigned(secret, call)),
  read: ({ body, headers }) => {
    const { type } = eventBody.parse(JSON.parse(body))
    return [{ id: headers.get('webhook-id') ?? '', type, body }]
  },
  handle: async ({ type, body }, { req, signal }) => {
    if (type !== 'calendar-event.removed') return { kind: 'ok', value: 'ignored' }
    if (signal.aborted) {
      const detail = { provider, message: 'The time for this try was over.' }
      return { kind: 'retry', reason: 'unavailable', detail }
    }
    try {
      return await removeEvent(body, req)
    } catch (error) {
      return outcomeOfError(error)
    }
  },
})

/** The local provider where there are secrets (`whsec_…`, separated by spaces), else none. */
export const localWebhooks = ({ secrets = '' }: { secrets?: string | undefined }): Webhook[] => {
  const given = secrets.split(' ').filter((secret) => secret !== '')
  return given.length > 0 ? [localWebhook({ secrets: given })] : []
}
