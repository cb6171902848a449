import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { GRAPHQL_POST } from '@payloadcms/next/routes'
import type { Request as ExpressRequest, RequestHandler } from 'express'
import { handleEndpoints, type Payload } from 'payload'
import { checkBody } from './door/check-body.ts'
import { checkAddress } from './door/check-request.ts'
import { graphqlAnswer, graphqlRequest } from './door/graphql-request.ts'
import { overridesMethod, withStatedMethod } from './door/method-override.ts'
import { readBody } from './door/read-body.ts'
import { bodyOf, refusal, statusOf } from './door/refusal.ts'
import { limitConcurrency } from './door/limit-concurrency.ts'

export type Api = (request: Request) => Promise<Response>

/** Gives the framework's answer for an unknown address the shape of every other refusal. */
const inOneShape = async (answer: Response): Promise<Response> => {
  if (answer.status !== 404 && answer.status !== 501) return answer
  if (!answer.headers.get('content-type')?.includes('json')) return answer
  const body = (await answer.clone().json()) as object
  if ('errors' in body) return answer
  const nothing = refusal(404, 'not-found', 'There is nothing at this address.')
  return Response.json(bodyOf(nothing), { status: 404 })
}

/** The application as a function: takes `/api/...` requests, answers as HTTP would. */
export const apiOf = (payload: Payload): Api => {
  const { config } = payload
  const graphql = GRAPHQL_POST(Promise.resolve(config))
  const inTurn = limitConcurrency({ width: 12, waiting: 5000 })
  const answer: Api = async (asked) => {
    if (new URL(asked.url).pathname === '/api/graphql') {
      return graphqlAnswer(await graphql(await graphqlRequest(payload, asked)))
    }
    const request = await withStatedMethod(asked)
    return inOneShape(await handleEndpoints({ config, request }))
  }
  return async (request) => {
    try {
      return await inTurn(() => answer(request))
    } catch (error) {
      if (statusOf(error) >= 500) throw error
      return Response.json(bodyOf(error), { status: statusOf(error) })
    }
  }
}

const methods = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'])

const isOfGraphql = ({ method, originalUrl }: ExpressRequest): boolean =>
  method === 'POST' && /^\/api\/graphql(\?|$)/.test(originalUrl)

/** Providers sign what they send, so it is handed on as it is, whatever its type. */
const isOfWebhooks = ({ originalUrl }: ExpressRequest): boolean =>
  originalUrl.startsWith('/api/webhooks/')

const requestOf = async (req: ExpressRequest, serverUrl: string): Promise<Request> => {
  if (!methods.has(req.method)) throw refusal(405, 'invalid-input', 'There is no such method here.')
  checkAddress(req.originalUrl)
  const body = isOfGraphql(req) ? null : await readBody(req)
  if (body && !isOfWebhooks(req) && !overridesMethod(req.headers)) checkBody(req.headers, body)
  const headers = new Headers()
  for (const [name, value] of Object.entries(req.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  // What the shell found out about the client's address is the truth for everything behind it.
  headers.set('x-forwarded-for', req.ip ?? '')
  headers.set('x-client-address', req.ip ?? '')
  return new Request(new URL(req.originalUrl, serverUrl), {
    method: req.method,
    headers,
    ...(body && { body: new Uint8Array(body) }),
    // Read only once its sender is known.
    ...(isOfGraphql(req) && { body: Readable.toWeb(req) as BodyInit, duplex: 'half' }),
  })
}

/** Hands `/api` to the application, in front of the panel's server and without it. */
export const mountApi =
  ({ api, serverUrl }: { api: Api; serverUrl: string }): RequestHandler =>
  async (req, res) => {
    const answer = await api(await requestOf(req, serverUrl))
    res.status(answer.status)
    // An answer is for who asked, unless it says otherwise itself.
    if (answer.headers.get('content-type')?.includes('json')) res.set('cache-control', 'no-store')
    for (const [name, value] of answer.headers) {
      if (name === 'vary') res.vary(value)
      else if (name !== 'set-cookie') res.setHeader(name, value)
    }
    const cookies = answer.headers.getSetCookie()
    if (cookies.length > 0) res.setHeader('set-cookie', cookies)
    if (!answer.body) {
      res.end()
      return
    }
    const body = Readable.fromWeb(answer.body as ReadableStream)
    body.on('error', () => res.destroy()).pipe(res)
    // A browser that leaves ends what was being written for it; streams of events go on otherwise.
    res.once('close', () => body.destroy())
  }
