import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import {
  type TimeOffVisitsAnswer,
  timeOffVisitsAnswerSchema,
  timeOffVisitsQuerySchema,
} from '../../contracts/scheduling/time-off.ts'
import { visitsInAbsence } from '../../operations/scheduling/visits-in-absence.ts'
import { queryOf } from '../query-of.ts'

/** `GET /app/time-off/visits`: the visits that an absence would hit, before it is entered. */
export const timeOffVisitsEndpoint: ScopedEndpoint = {
  path: '/app/time-off/visits',
  method: 'get',
  custom: {
    scopes: ['appointments:read', 'customers:read', 'fieldworkers:read'],
    query: timeOffVisitsQuerySchema,
    answer: timeOffVisitsAnswerSchema,
  },
  handler: async (req) => {
    const asked = queryOf(req, timeOffVisitsQuerySchema)
    const answer = { visits: await visitsInAbsence(req, asked) } satisfies TimeOffVisitsAnswer
    return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } })
  },
}
