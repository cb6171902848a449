import type { Endpoint } from 'payload'
import { type ConflictsAnswer, conflictsQuerySchema } from '../../contracts/scheduling/conflicts.ts'
import { listConflicts } from '../../operations/scheduling/list-conflicts.ts'

const dayMs = 86_400_000
const iso = (value: string) => new Date(value).toISOString()

/** `GET /app/conflicts`: visits that absences or busy events cover, for who dispatches (AC-12). */
export const conflictsEndpoint: Endpoint = {
  path: '/app/conflicts',
  method: 'get',
  handler: async (req) => {
    const asked = conflictsQuerySchema.parse(req.query)
    const from = asked.from ? iso(asked.from) : new Date().toISOString()
    const to = asked.to ? iso(asked.to) : new Date(Date.parse(from) + 90 * dayMs).toISOString()
    const conflicts = await listConflicts(req, { from, to, fieldworker: asked.fieldworker ?? null })
    const answer = { conflicts } satisfies ConflictsAnswer
    return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } })
  },
}
