import { queryOf } from '../query-of.ts'
import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import {
  type ConflictsAnswer,
  conflictsAnswerSchema,
  conflictsQuerySchema,
} from '../../contracts/scheduling/conflicts.ts'
import { listConflicts } from '../../operations/scheduling/list-conflicts.ts'

const dayMs = 86_400_000
const iso = (value: string) => new Date(value).toISOString()

/** `GET /app/conflicts`: visits that absences or busy events cover, for who dispatches. */
export const conflictsEndpoint: ScopedEndpoint = {
  path: '/app/conflicts',
  method: 'get',
  custom: {
    scopes: ['appointments:read', 'customers:read', 'addresses:read', 'fieldworkers:read'],
    query: conflictsQuerySchema,
    answer: conflictsAnswerSchema,
  },
  handler: async (req) => {
    const asked = queryOf(req, conflictsQuerySchema)
    const from = asked.from ? iso(asked.from) : new Date().toISOString()
    const to = asked.to ? iso(asked.to) : new Date(Date.parse(from) + 90 * dayMs).toISOString()
    const conflicts = await listConflicts(req, { from, to, fieldworker: asked.fieldworker ?? null })
    const answer = { conflicts } satisfies ConflictsAnswer
    return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } })
  },
}
