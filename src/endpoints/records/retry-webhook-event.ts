import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import { noBody } from '../../contracts/no-body.ts'
import { retryWebhookEvent } from '../../operations/records/retry-webhook-event.ts'
import { bodyOf } from '../body-of.ts'
import { idIn } from '../id-in.ts'

/** `POST /webhook-events/:id/retry`: an event that failed is handled once more. */
export const retryWebhookEventEndpoint: ScopedEndpoint = {
  path: '/:id/retry',
  method: 'post',
  custom: { scopes: ['webhook-events:write', 'webhook-events:read'], body: noBody },
  handler: async (req) => {
    const id = idIn(req)
    await bodyOf(req, noBody)
    await retryWebhookEvent(req, { id })
    return Response.json({ id, state: 'pending' })
  },
}
