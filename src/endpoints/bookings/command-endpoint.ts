import type { PayloadRequest } from 'payload'
import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import type { z } from 'zod'
import { withIdempotency } from '../../operations/records/with-idempotency.ts'
import { bodyOf } from '../body-of.ts'
import { idIn } from '../id-in.ts'

type Commanded<Schema> = {
  /** Slug of the record's collection, which an API key must be allowed to write. */
  of: 'appointments' | 'bookings'
  verb: string
  schema: Schema
}

type Asked<Body> = { id: string; body: Body }
type Run<Body> = (req: PayloadRequest, asked: Asked<Body>) => Promise<object>
type Kept<Body> = (
  req: PayloadRequest,
  asked: Asked<Body>,
  /** Keeps the answer for a repeat of the request; call it in the command's transaction. */
  keep: (answer: object) => Promise<void>,
) => Promise<object>

/** `POST …/:id/<verb>` of a record: the command's answer, 200. */
export const commandEndpoint = <Schema extends z.ZodType>(
  { of, verb, schema }: Commanded<Schema>,
  run: Run<z.output<Schema>>,
): ScopedEndpoint => ({
  path: `/:id/${verb}`,
  method: 'post',
  custom: { scopes: [`${of}:write`], body: schema },
  handler: async (req) => {
    const id = idIn(req)
    return Response.json(await run(req, { id, body: await bodyOf(req, schema) }))
  },
})

/** The same for a command that takes effect once for each `Idempotency-Key`. */
export const onceEndpoint = <Schema extends z.ZodType>(
  { of, verb, schema, status = 200 }: Commanded<Schema> & { status?: 200 | 201 },
  run: Kept<z.output<Schema>>,
): ScopedEndpoint => ({
  path: `/:id/${verb}`,
  method: 'post',
  custom: { scopes: [`${of}:write`], body: schema },
  handler: async (req) => {
    const id = idIn(req)
    const body = await bodyOf(req, schema)
    return withIdempotency(req, { route: `POST /${of}/${id}/${verb}`, body }, async (keep) => {
      const answer = await run(req, { id, body }, (made) => keep(status, made))
      return Response.json(answer, { status })
    })
  },
})
