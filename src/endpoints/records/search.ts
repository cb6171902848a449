import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import { searchAnswerSchema, searchQuerySchema } from '../../contracts/records/search.ts'
import { searchEverywhere } from '../../operations/records/search-everywhere.ts'
import { queryOf } from '../query-of.ts'

/** `GET /app/search`: bookings, customers and fieldworkers that contain a text. */
export const searchEndpoint: ScopedEndpoint = {
  path: '/app/search',
  method: 'get',
  custom: {
    scopes: [
      'bookings:read',
      'appointments:read',
      'customers:read',
      'addresses:read',
      'fieldworkers:read',
    ],
    query: searchQuerySchema,
    answer: searchAnswerSchema,
  },
  handler: async (req) => {
    const { q } = queryOf(req, searchQuerySchema)
    const answer = await searchEverywhere(req, q)
    return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } })
  },
}
