import type { IncomingHttpHeaders } from 'node:http'
import { checkParameters } from './check-request.ts'
import { refusal } from './refusal.ts'

const headers = ['x-http-method-override', 'x-payload-http-method-override']
const form = 'application/x-www-form-urlencoded'
const maxForm = 64_000
const maxParameters = 1000

/** Whether a request is a query sent as a form, which `withStatedMethod` judges. */
export const overridesMethod = (given: IncomingHttpHeaders): boolean =>
  headers.some((name) => given[name] !== undefined)

/**
 * A long query is sent as a form: `POST` with an override of `GET`. It becomes a plain `GET`, so
 * that the same limits apply.
 * @throws {Refusal} invalid-input 400 for any other override, too-large 413
 */
export const withStatedMethod = async (request: Request): Promise<Request> => {
  const stated = headers.map((name) => request.headers.get(name)).find((value) => value !== null)
  if (stated === undefined) return request
  const isForm = request.headers.get('content-type')?.startsWith(form) ?? false
  if (request.method !== 'POST' || stated !== 'GET' || !isForm) {
    throw refusal(
      400,
      'invalid-input',
      'Only a form sent with POST may override its method, with GET.',
    )
  }
  const body = await request.text()
  if (body.length > maxForm) throw refusal(413, 'too-large', 'This query is too long.')
  const url = new URL(request.url)
  url.search = [url.search.slice(1), body].filter((part) => part !== '').join('&')
  checkParameters(url.searchParams, maxParameters)
  const kept = new Headers(request.headers)
  for (const name of [...headers, 'content-type', 'content-length']) kept.delete(name)
  return new Request(url, { method: 'GET', headers: kept })
}
