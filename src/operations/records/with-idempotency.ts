import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { actorOf } from '../../access/actor.ts'
import { query } from '../../database/query.ts'
import { DomainError } from '../../domain/domain-error.ts'

type Stored = { body_hash: string; status: number | null; response: unknown; is_new: boolean }

/** Keeps the answer in the transaction that made it, so that both or neither are there. */
export type KeepAnswer = (status: number, answer: unknown) => Promise<void>

const lockSeconds = 60
const shape = /^[\w.:-]{8,128}$/

const hashOf = (body: unknown) => createHash('sha256').update(JSON.stringify(body)).digest('hex')

const keyIn = (req: PayloadRequest): string | null => {
  const key = req.headers.get('idempotency-key')
  if (key === null || shape.test(key)) return key
  throw new DomainError('invalid-input', 'An Idempotency-Key has 8 to 128 letters and digits.', {
    status: 422,
    field: 'Idempotency-Key',
  })
}

/**
 * Runs a creating command once for each `Idempotency-Key` of a caller (RELIABILITY R3): the same
 * request again gets the same answer; a refusal frees the key. Without the header it just runs.
 * @throws {DomainError} idempotency-mismatch 422, in-progress 409
 */
export async function withIdempotency(
  req: PayloadRequest,
  { route, body }: { route: string; body: unknown },
  run: (keep: KeepAnswer) => Promise<Response>,
): Promise<Response> {
  const key = keyIn(req)
  if (!key) return run(async () => undefined)
  const { kind, id } = await actorOf(req)
  const actor = id ? `${kind}:${id}` : kind
  const hash = hashOf(body)
  const mine = sql`key = ${key} and actor = ${actor} and route = ${route}`
  const [row] = await query<Stored>(
    req,
    sql`insert into idempotency_keys as k (key, actor, route, body_hash, locked_until)
      values (${key}, ${actor}, ${route}, ${hash}, now() + ${lockSeconds} * interval '1 second')
      on conflict (actor, route, key) do update set
        locked_until = case when k.status is null and k.locked_until < now()
          then excluded.locked_until else k.locked_until end,
        updated_at = now()
      returning body_hash, status::int, response,
        (xmax = 0 or (status is null and locked_until > now() + ${lockSeconds - 1} * interval '1 second')) as is_new`,
  )
  if (row && row.body_hash !== hash) {
    throw new DomainError(
      'idempotency-mismatch',
      'This Idempotency-Key was used for another request. Use a new one.',
      { status: 422, field: 'Idempotency-Key' },
    )
  }
  if (row?.status) {
    return Response.json(row.response, {
      status: row.status,
      headers: { 'Idempotent-Replayed': 'true' },
    })
  }
  if (row && !row.is_new) {
    throw new DomainError(
      'in-progress',
      'The same request is still under way. Ask again shortly.',
      {
        status: 409,
      },
    )
  }
  try {
    return await run(async (status, answer) => {
      await query(
        req,
        sql`update idempotency_keys set status = ${status},
          response = ${JSON.stringify(answer)}::jsonb, locked_until = null where ${mine}`,
      )
    })
  } catch (error) {
    await query(req, sql`delete from idempotency_keys where ${mine} and status is null`)
    throw error
  }
}
