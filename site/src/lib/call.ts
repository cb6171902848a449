import type { z } from 'zod'
import { type Refusal, refusalOf } from './refusal.ts'

export type Answer<T> = { ok: true; data: T } | { ok: false; refusal: Refusal }

/** The part of Astro's context that a call needs. */
export type Caller = { request: Request; url: URL; locals: App.Locals }

type Call<S extends z.ZodType> = {
  path: string
  schema: S
  method?: 'GET' | 'POST' | 'DELETE'
  body?: unknown
  headers?: Record<string, string>
}

/** The visitor's own cookie; whoever is signed in to the panel too is a visitor like any other here. */
const siteCookieIn = (cookies: string | null) =>
  /(?:^|;\s*)(fieldbook-site=[^;]*)/.exec(cookies ?? '')?.[1]

const forwarded = ['user-agent', 'accept-language', 'referer', 'x-forwarded-for']

/**
 * Calls the application in process as the visitor: their cookies go along, and cookies it sets are
 * kept in `locals.setCookies` for the answer. The answer is parsed; a refusal is returned, not thrown.
 */
export async function call<S extends z.ZodType>(
  caller: Caller,
  { path, schema, method = 'GET', body, headers: extra }: Call<S>,
): Promise<Answer<z.infer<S>>> {
  const headers = new Headers({ accept: 'application/json', ...extra })
  for (const name of forwarded) {
    const value = caller.request.headers.get(name)
    if (value) headers.set(name, value)
  }
  const cookie = siteCookieIn(caller.request.headers.get('cookie'))
  if (cookie) headers.set('cookie', cookie)
  headers.set('x-fieldbook-method', method)
  headers.set('origin', caller.url.origin)
  if (body !== undefined) headers.set('content-type', 'application/json')

  const response = await caller.locals.api(
    new Request(new URL(path, caller.url), {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  )
  caller.locals.setCookies.push(...response.headers.getSetCookie())
  const answer: unknown = await response.json().catch(() => null)
  if (!response.ok) return { ok: false, refusal: refusalOf(response.status, answer) }
  return { ok: true, data: schema.parse(answer) }
}
