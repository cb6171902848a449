import { queryOf } from '../query-of.ts'
import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import {
  type NearbyAnswer,
  nearbyAnswerSchema,
  nearbyQuerySchema,
} from '../../contracts/scheduling/finder.ts'
import { assertDispatcher } from '../../operations/scheduling/assert-dispatcher.ts'
import { findNearby } from '../../operations/scheduling/find-nearby.ts'
import { iso } from './cause-answer.ts'

/** `GET /app/nearby`: other visits of a day near an address. */
export const nearbyEndpoint: ScopedEndpoint = {
  path: '/app/nearby',
  method: 'get',
  custom: {
    scopes: ['appointments:read', 'customers:read', 'addresses:read', 'fieldworkers:read'],
    query: nearbyQuerySchema,
    answer: nearbyAnswerSchema,
  },
  handler: async (req) => {
    await assertDispatcher(req, ['booking.view-all'])
    const { date, timezone, point, visits } = await findNearby(req, queryOf(req, nearbyQuerySchema))
    const answer: NearbyAnswer = {
      date,
      timezone,
      coordinates: point,
      visits: visits.map((visit) => ({ ...visit, start: iso(visit.start), end: iso(visit.end) })),
    }
    return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } })
  },
}
