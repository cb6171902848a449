import type { Endpoint } from 'payload'
import { streamChanges } from '../../operations/scheduling/stream-changes.ts'

/**
 * `GET /app/events`: server-sent events `change` with `{ kind, id, booking? }` and `reset`, which
 * asks to read everything again (NA-01, NA-02). `no-transform` keeps compression from holding
 * messages back.
 */
export const eventsEndpoint: Endpoint = {
  path: '/app/events',
  method: 'get',
  handler: async (req) =>
    new Response(await streamChanges(req, req.headers.get('last-event-id')), {
      headers: {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store, no-transform',
        'X-Accel-Buffering': 'no',
      },
    }),
}
