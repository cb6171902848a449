import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { GRAPHQL_POST } from '@payloadcms/next/routes'
import type { Request as ExpressRequest, RequestHandler } from 'express'
import { handleEndpoints, type Payload } from 'payload'
import { clientAddress } from '../access/client-address.ts'
import { visitorOf } from '../domain/people/visitor.ts'
import { accountOf } from './door/account-of.ts'
import { checkBody } from './door/check-body.ts'
import { checkAddress } from './door/check-request.ts'
import { graphqlOnce } from './door/graphql-once.ts'
import { graphqlAnswer, graphqlRequest } from './door/graphql-request.ts'
import { overridesMethod, withStatedMethod } from './door/method-override.ts'
import { isUpload, openLanes, uploadsAtOnce } from './door/lanes.ts'
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
  const nothing = refusal(404, 'not-found', 'Page not found.')
  return Response.json(bodyOf(nothing), { status: 404 })
}

/** The account or the visitor that a request is for. */
const callerOf = ({ secret }: Payload, { headers }: Request): string => {
  const [cookie, authorization] = [headers.get('cookie') ?? '', headers.get('authorization') ?? '']
  return accountOf(secret)({ cookie, authorization }) ?? visitorOf(clientAddress(headers) ?? '')
}

/** The application as a function: takes `/api/...` requests, answers as HTTP would. */
export const apiOf = (payload: Payload): Api => {
  const { config } = payload
  const graphql = GRAPHQL_POST(Promise.resolve(config))
  const inTurn = openLanes()
  const answer: Api = async (asked) => {
    if (new URL(asked.url).pathname === '/api/graphql') {
      const request = await graphqlRequest(payload, asked)
      return graphqlAnswer(await graphqlOnce(payload, request, graphql))
    }
    const request = await withStatedMethod(asked)
    return inOneShape(await handleEndpoints({ config, request }))
  }
  return async (request) => {
    try {
      return await inTurn(request, callerOf(payload, request))(() => answer(request))
    } catch (error) {
      const status = statusOf(error)
      if (status >= 500 && status !== 503) throw error
      const headers: Record<string, string> = status === 503 ? { 'retry-after': '1' } : {}
      return Response.json(bodyOf(error), { status, headers })
    }
  }
}

const methods = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'])

const isOfGraphql = ({ method, originalUrl }: ExpressRequest): boolean =>
  method === 'POST' && /^\/api\/graphql(\?|$)/.test(originalUrl)

const bringsPicture = ({ method, originalUrl, headers }: ExpressRequest): boolean =>
  isUpload({ method, url: originalUrl, contentType: headers['content-type'] })

/** Providers sign what they send, so it is handed on as it is, whatever its type. */
const isOfWebhooks = ({ originalUrl }: ExpressRequest): boolean =>
  originalUrl.startsWith('/api/webhooks/')

const requestOf = async (req: ExpressRequest, serverUrl: string): Promise<Request> => {
  if (!methods.has(req.method)) throw refusal(405, 'invalid-input', 'There is no such method here.')
  checkAddress(req.originalUrl)
  const body = isOfGraphql(req) ? null : await readBody(req, { isUpload: bringsPicture(req) })
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
export const mountApi = ({ api, serverUrl }: { api: Api; serverUrl: string }): RequestHandler => {
  const upload = limitConcurrency({ width: uploadsAtOnce, waiting: 0 })
  const answerTo = async (req: ExpressRequest) => api(await requestOf(req, serverUrl))
  return async (req, res) => {
    const answer = await (bringsPicture(req) ? upload(() => answerTo(req)) : answerTo(req))
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
}
