import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import { acceptWebhook } from '../../operations/records/accept-webhook.ts'
import { rawBody } from '../raw-body.ts'

const mostBytes = 1_000_000

/** `POST /webhooks/:provider`: the one address at which providers report events. */
export const webhooksEndpoint: ScopedEndpoint = {
  path: '/webhooks/:provider',
  method: 'post',
  custom: { scopes: 'anyone' },
  handler: async (req) => {
    const provider = String(req.routeParams?.['provider'])
    const body = await rawBody(req, mostBytes)
    const { pathname, search } = new URL(req.url ?? '', req.payload.config.serverURL)
    const url = new URL(`${pathname}${search}`, req.payload.config.serverURL).href
    const answer = await acceptWebhook(req, {
      provider,
      call: { body, headers: req.headers, url },
    })
    if (answer === null) return new Response(null, { status: 202 })
    return new Response(answer, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
  },
}
