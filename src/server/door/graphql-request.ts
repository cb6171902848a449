import { GraphQLError, parse } from 'graphql'
import { createLocalReq, type Payload } from 'payload'
import { actorOf } from '../../access/actor.ts'
import { checkJsonHeaders } from './check-body.ts'
import { checkJson } from './check-request.ts'
import { refusal } from './refusal.ts'

const maxBytes = 10_000
const maxTokens = 1000

/** Whether a request carries credentials at all; without them it is refused before it is read. */
const namesAccount = (headers: Headers): boolean =>
  headers.has('authorization') || headers.has('cookie')

const assertMayAsk = async (payload: Payload, headers: Headers): Promise<void> => {
  const { user } = namesAccount(headers) ? await payload.auth({ headers }) : { user: null }
  const { kind } = user
    ? await actorOf(await createLocalReq({ user }, payload))
    : { kind: 'anonymous' }
  if (kind === 'staff' || kind === 'api-key') return
  const message = 'GraphQL is for staff and API keys.'
  if (kind !== 'anonymous') throw refusal(403, 'not-allowed', message)
  throw refusal(401, 'not-signed-in', `${message} Sign in first.`)
}

const readText = async (request: Request): Promise<string> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > maxBytes) {
      throw refusal(413, 'too-large', `GraphQL takes ${maxBytes / 1000} kB at most.`)
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const checkQuery = (text: string): void => {
  checkJson(Buffer.from(text))
  const { query } = (JSON.parse(text) ?? {}) as { query?: unknown }
  if (typeof query !== 'string') {
    throw refusal(400, 'invalid-input', 'Send a JSON object whose “query” is a text.', 'query')
  }
  try {
    parse(query, { maxTokens, noLocation: true })
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    throw refusal(400, 'invalid-input', error.message, 'query')
  }
}

/**
 * The same request, once its sender may use GraphQL and its query is small enough to be parsed.
 * @throws {Refusal} invalid-input 405, 415, 400, not-signed-in 401, not-allowed 403, too-large 413
 */
export const graphqlRequest = async (payload: Payload, request: Request): Promise<Request> => {
  if (request.method !== 'POST') throw refusal(405, 'invalid-input', 'Send GraphQL with POST.')
  await assertMayAsk(payload, request.headers)
  checkJsonHeaders(request.headers)
  const body = await readText(request)
  checkQuery(body)
  return new Request(request.url, { method: 'POST', headers: request.headers, body })
}

/** Gives what the rules refuse, which comes as a bare list, the shape of every other refusal. */
export const graphqlAnswer = async (answer: Response): Promise<Response> => {
  const body: unknown = await answer.clone().json()
  if (!Array.isArray(body)) return answer
  const errors = body.map(({ message }: { message: string }) => ({
    code: 'invalid-input',
    message,
  }))
  return Response.json({ errors }, { status: 422 })
}
