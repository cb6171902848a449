import { createHmac } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { isConnectionLost } from '../database/errors.ts'
import { query } from '../database/query.ts'
import { DomainError } from '../domain/domain-error.ts'
import { actorOf } from './actor.ts'

type Stored = { body_hash: string; status: number | null; response: unknown }

/** Keeps the answer in the transaction that made it, so that both or neither are there. */
export type KeepAnswer = (status: number, answer: unknown) => Promise<void>

const lockSeconds = 60
const shape = /^[\w.:-]{8,128}$/

/** Keyed, because a body may hold a password. */
const hashOf = ({ payload }: PayloadRequest, body: unknown) =>
  createHmac('sha256', payload.secret).update(JSON.stringify(body)).digest('hex')

const keyIn = (req: PayloadRequest): string | null => {
  const key = req.headers.get('idempotency-key')
  if (key === null || shape.test(key)) return key
  throw new DomainError('invalid-input', 'An Idempotency-Key has 8 to 128 letters and digits.', {
    field: 'Idempotency-Key',
  })
}

const inProgress = () =>
  new DomainError('in-progress', 'The same request is still under way. Ask again shortly.')

/** The row of the key that a request carries: its caller's own, for one route. */
const rowOf = async (req: PayloadRequest, key: string, route: string) => {
  const { kind, id } = await actorOf(req)
  const actor = id ? `${kind}:${id}` : kind
  return { actor, mine: sql`key = ${key} and actor = ${actor} and route = ${route}` }
}

type Answer = { status: number; answer: unknown }

const keep = async (req: PayloadRequest, mine: SQL, { status, answer }: Answer): Promise<void> => {
  const kept = await query(
    req,
    sql`update idempotency_keys set status = ${status},
      response = ${JSON.stringify(answer)}::jsonb, locked_until = null
      where ${mine} and status is null returning key`,
  )
  // This took so long that a repeat has overtaken it, whose answer stands.
  if (kept.length === 0) throw inProgress()
}

/**
 * Keeps the answer of a request whose key was taken at the door, in the transaction of `req`; does
 * nothing for a request without a key.
 * @throws {DomainError} in-progress 409 where a repeat has overtaken it
 */
export const keepAnswer = async (
  req: PayloadRequest,
  { route, ...answer }: Answer & { route: string },
): Promise<void> => {
  const key = keyIn(req)
  if (!key) return
  const { mine } = await rowOf(req, key, route)
  await keep(req, mine, answer)
}

const storedUnder = async (req: PayloadRequest, mine: SQL): Promise<Stored | undefined> => {
  const [row] = await query<Stored>(
    req,
    sql`select body_hash, status::int, response from idempotency_keys where ${mine}`,
  )
  return row
}

/** What a request gets whose key another one holds; a key freed just now is asked for again. */
const answerAgain = (row: Stored | undefined, hash: string): Response => {
  if (row && row.body_hash !== hash) {
    throw new DomainError(
      'idempotency-mismatch',
      'This Idempotency-Key was used for another request. Use a new one.',
      { field: 'Idempotency-Key' },
    )
  }
  if (row?.status) {
    return Response.json(row.response, {
      status: row.status,
      headers: { 'Idempotent-Replayed': 'true' },
    })
  }
  throw inProgress()
}

/**
 * Frees the key of a request that failed. Where its commit got no answer, this waits for that
 * transaction's lock of the row: a key whose command was stored after all keeps its answer.
 */
const free = async (req: PayloadRequest, mine: SQL): Promise<void> => {
  for (let tries = 0; ; tries++) {
    try {
      await query(req, sql`delete from idempotency_keys where ${mine} and status is null`)
      return
    } catch (error) {
      // Else the key frees itself once its time is over; the caller hears what failed first.
      if (tries >= 2 || !isConnectionLost(error)) {
        req.payload.logger.error({ err: error, msg: 'An Idempotency-Key could not be freed' })
        return
      }
    }
  }
}

/**
 * Runs a creating command once for each `Idempotency-Key` of a caller: the same
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
  const { actor, mine } = await rowOf(req, key, route)
  const hash = hashOf(req, body)
  const lockedUntil = sql`now() + ${lockSeconds} * interval '1 second'`
  const taken = await query(
    req,
    sql`insert into idempotency_keys as k (key, actor, route, body_hash, locked_until)
      values (${key}, ${actor}, ${route}, ${hash}, ${lockedUntil})
      on conflict (actor, route, key) do update
        set locked_until = excluded.locked_until, updated_at = now()
        where k.status is null and k.locked_until < now() and k.body_hash = excluded.body_hash
      returning key`,
  )
  if (taken.length === 0) return answerAgain(await storedUnder(req, mine), hash)
  try {
    return await run((status, answer) => keep(req, mine, { status, answer }))
  } catch (error) {
    await free(req, mine)
    throw error
  }
}
