import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import { streamChanges } from '../../operations/scheduling/stream-changes.ts'

/**
 * `GET /app/events`: server-sent events `change` with `{ kind, id, booking? }` and `reset`, which
 * asks to read everything again. `no-transform` keeps compression from holding
 * messages back. What came after an event is told first: `Last-Event-ID`, which a browser sends
 * when its line broke, or `?after=` of a page that opens another line.
 */
export const eventsEndpoint: ScopedEndpoint = {
  path: '/app/events',
  method: 'get',
  custom: { scopes: ['appointments:read'] },
  handler: async (req) => {
    const { after } = req.query
    const asked = typeof after === 'string' && after !== '' ? after : null
    return new Response(await streamChanges(req, req.headers.get('last-event-id') ?? asked), {
      headers: {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store, no-transform',
        'X-Accel-Buffering': 'no',
      },
    })
  },
}
