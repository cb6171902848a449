import { queryOf } from '../query-of.ts'
import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import { boardAnswerSchema, boardQuerySchema } from '../../contracts/scheduling/board.ts'
import {
  type VisitDetailAnswer,
  visitDetailAnswerSchema,
} from '../../contracts/scheduling/visit-detail.ts'
import { readBoard } from '../../operations/scheduling/read-board.ts'
import { readVisitDetail } from '../../operations/scheduling/read-visit-detail.ts'
import { idIn } from '../id-in.ts'

const headers = { 'Cache-Control': 'no-store' }

/** `GET /app/board?from&to` and what one visit of it is. */
export const boardEndpoints: ScopedEndpoint[] = [
  {
    path: '/app/board',
    method: 'get',
    custom: {
      scopes: ['appointments:read', 'customers:read', 'addresses:read', 'fieldworkers:read'],
      query: boardQuerySchema,
      answer: boardAnswerSchema,
    },
    handler: async (req) =>
      new Response(await readBoard(req, queryOf(req, boardQuerySchema)), {
        headers: { ...headers, 'Content-Type': 'application/json' },
      }),
  },
  {
    path: '/app/board/visits/:id',
    method: 'get',
    custom: {
      scopes: ['appointments:read', 'customers:read', 'addresses:read', 'fieldworkers:read'],
      answer: visitDetailAnswerSchema,
    },
    handler: async (req) => {
      const visit = await readVisitDetail(req, idIn(req))
      return Response.json({ visit } satisfies VisitDetailAnswer, { headers })
    },
  },
]
