import type { Endpoint } from 'payload'
import { actorOf, may } from '../../access/actor.ts'
import { type ConflictsAnswer, conflictsQuerySchema } from '../../contracts/conflicts.ts'
import { readConflicts } from '../../database/conflict-queries.ts'
import { DomainError } from '../../domain/domain-error.ts'

const dayMs = 86_400_000
const iso = (value: string) => new Date(value).toISOString()

/** `GET /app/conflicts`: visits that absences or busy events cover, for who dispatches (AC-12). */
export const conflictsEndpoint: Endpoint = {
  path: '/app/conflicts',
  method: 'get',
  handler: async (req) => {
    const actor = await actorOf(req)
    if (actor.kind === 'anonymous')
      throw new DomainError('not-signed-in', 'Sign in first.', { status: 401 })
    if (!may(actor, 'booking.view-all'))
      throw new DomainError('not-allowed', 'Conflicts are for the office.', { status: 403 })
    const asked = conflictsQuerySchema.parse(req.query)
    const from = asked.from ? iso(asked.from) : new Date().toISOString()
    const to = asked.to ? iso(asked.to) : new Date(Date.parse(from) + 90 * dayMs).toISOString()
    const fieldworker = asked.fieldworker ?? null
    const found = await readConflicts(req, { from, to, fieldworker })
    const conflicts = found.map((one) => ({
      ...one,
      start: iso(one.start),
      end: iso(one.end),
      busyStart: iso(one.busyStart),
      busyEnd: iso(one.busyEnd),
    }))
    const answer = { conflicts } satisfies ConflictsAnswer
    return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } })
  },
}
