import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import { withIdempotency } from '../../access/with-idempotency.ts'
import {
  addFieldworkerAnswerSchema,
  addFieldworkerSchema,
  postcodePointAnswerSchema,
  type PostcodePointAnswer,
  postcodePointQuerySchema,
} from '../../contracts/people/team.ts'
import { actorOf, may } from '../../access/actor.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { postcodeCentroid } from '../../database/scheduling/postcode-centroid.ts'
import { addFieldworker } from '../../operations/people/add-fieldworker.ts'
import { bodyOf } from '../body-of.ts'
import { queryOf } from '../query-of.ts'

/** `POST /app/team`: a new fieldworker with the company's usual hours, and a login where asked. */
const add: ScopedEndpoint = {
  path: '/app/team',
  method: 'post',
  custom: {
    scopes: [
      'fieldworkers:write',
      'fieldworkers:read',
      'services:read',
      'users:write',
      'users:read',
      'roles:read',
    ],
    body: addFieldworkerSchema,
    answer: addFieldworkerAnswerSchema,
  },
  handler: async (req) => {
    const body = await bodyOf(req, addFieldworkerSchema)
    return withIdempotency(req, { route: 'POST /app/team', body }, (keep) =>
      inTransaction(req, async () => {
        const added = await addFieldworker(req, body)
        await keep(201, added)
        return Response.json(added, { status: 201 })
      }),
    )
  },
}

/** `GET /app/postcode-point`: about where a postcode is, to put a pin there. */
const postcodePoint: ScopedEndpoint = {
  path: '/app/postcode-point',
  method: 'get',
  custom: {
    scopes: ['fieldworkers:read', 'addresses:read'],
    query: postcodePointQuerySchema,
    answer: postcodePointAnswerSchema,
  },
  handler: async (req) => {
    const { postcode } = queryOf(req, postcodePointQuerySchema)
    if (!may(await actorOf(req), 'fieldworker.view')) {
      throw new DomainError('not-allowed', 'Where addresses are is for the office.')
    }
    const coordinates = await postcodeCentroid(req, postcode)
    return Response.json({ coordinates } satisfies PostcodePointAnswer)
  },
}

export const teamEndpoints: ScopedEndpoint[] = [add, postcodePoint]
