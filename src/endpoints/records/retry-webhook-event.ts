import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import { retryWebhookEvent } from '../../operations/records/retry-webhook-event.ts'
import { idIn } from '../id-in.ts'

/** `POST /webhook-events/:id/retry`: an event that failed is handled once more. */
export const retryWebhookEventEndpoint: ScopedEndpoint = {
  path: '/:id/retry',
  method: 'post',
  custom: { scopes: ['webhook-events:write', 'webhook-events:read'] },
  handler: async (req) => {
    const id = idIn(req)
    await retryWebhookEvent(req, { id })
    return Response.json({ id, state: 'pending' })
  },
}
