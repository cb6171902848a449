import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { GRAPHQL_POST } from '@payloadcms/next/routes'
import type { Request as ExpressRequest, RequestHandler } from 'express'
import { handleEndpoints, type Payload } from 'payload'
import { checkBody } from './door/check-body.ts'
import { checkAddress } from './door/check-request.ts'
import { readBody } from './door/read-body.ts'
import { refusal } from './door/refusal.ts'
import { limitConcurrency } from './door/limit-concurrency.ts'

export type Api = (request: Request) => Promise<Response>

/** The application as a function: takes `/api/...` requests, answers as HTTP would. */
export const apiOf = (payload: Payload): Api => {
  const { config } = payload
  const graphql = GRAPHQL_POST(Promise.resolve(config))
  const inTurn = limitConcurrency({ width: 12, waiting: 5000 })
  const answer: Api = (request) => {
    const { pathname } = new URL(request.url)
    if (pathname === '/api/graphql') {
      if (request.method === 'POST') return graphql(request)
      const body = { errors: [{ code: 'invalid-input', message: 'Send GraphQL with POST.' }] }
      return Promise.resolve(Response.json(body, { status: 405, headers: { allow: 'POST' } }))
    }
    return handleEndpoints({ config, request })
  }
  return (request) => inTurn(() => answer(request))
}

const methods = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'])

const requestOf = async (req: ExpressRequest, serverUrl: string): Promise<Request> => {
  if (!methods.has(req.method)) throw refusal(405, 'invalid-input', 'There is no such method here.')
  checkAddress(req.originalUrl)
  const body = await readBody(req)
  if (body) checkBody(req.headers, body)
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
