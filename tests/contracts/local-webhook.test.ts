import { randomUUID } from 'node:crypto'
import { createLocalReq } from 'payload'
import { localWebhook } from '../../plugins/local/webhook.ts'
import { startApp } from '../support/app.ts'
import { runSql } from '../support/run-sql.ts'
import { formerSecret, secret, signedHeaders } from '../support/webhook-harness.ts'
import { testWebhookPort } from './test-webhook-port.ts'

const type = 'calendar-event.removed'
const secrets = {
  provider: secret,
  former: formerSecret,
  stranger: `whsec_${Buffer.from('what a stranger guesses').toString('base64')}`,
}

testWebhookPort({
  name: 'local',
  open: async () => {
    const app = await startApp()
    const enter = (key: string) =>
      runSql(
        app.url,
        `insert into calendar_events (key, title, start, "end", timezone, state)
         values ($1, 'Tap', now(), now() + interval '1 hour', 'Australia/Sydney', 'confirmed')`,
        [key],
      )
    const stateOf = (key: string) =>
      runSql(app.url, 'select state from calendar_events where key = $1', [key])
    return {
      webhook: localWebhook({ secrets: [formerSecret, secret] }),
      req: await createLocalReq({}, app.payload),
      call: ({ id, by = 'provider', age = 0, ...event }) => {
        const body = JSON.stringify(event)
        const headers = signedHeaders({ id, body, by: secrets[by], late: age })
        return { body, headers: new Headers(headers), url: 'https://shop.test/api/webhooks/local' }
      },
      sequence: async () => {
        const key = randomUUID()
        await enter(key)
        const removed = { type, data: { key } }
        return {
          events: [removed, removed, { type: 'calendar-event.seen', data: { key } }],
          state: () => stateOf(key),
          final: [{ state: 'removed' }],
        }
      },
      early: async () => {
        const key = randomUUID()
        return { event: { type, data: { key } }, create: async () => void (await enter(key)) }
      },
      close: () => app.stop(),
    }
  },
})
