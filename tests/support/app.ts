import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { getPayload, handleEndpoints, type Payload } from 'payload'
import { inject } from 'vitest'
import { migrate } from '../../src/database/migrate.ts'
import type { Person } from './people.ts'
import { runSql } from './run-sql.ts'
import { signIn } from './sign-in.ts'

export type Answer<Body = Record<string, unknown>> = {
  status: number
  body: Body
  headers: Headers
}

type RequestOptions = {
  body?: unknown
  /** Whose session the request carries. Default: nobody's. */
  as?: Person
  headers?: Record<string, string>
}

export type App = {
  payload: Payload
  /** The database of this app, for statements of one's own. */
  url: string
  /** One request through the REST door; `path` starts after `/api`. */
  request: <Body = Record<string, unknown>>(
    method: string,
    path: string,
    options?: RequestOptions,
  ) => Promise<Answer<Body>>
  /** The same as the answer itself, for what is read as it comes. */
  respond: (method: string, path: string, options?: RequestOptions) => Promise<Response>
  stop: () => Promise<void>
}

/**
 * The product on a database of its own, cloned from the run's template; with `empty`, a migrated
 * one in which nobody is.
 */
export const startApp = async ({
  empty = false,
  through = async (url: string) => url,
}: {
  empty?: boolean
  /** Leads the product's connections to the database elsewhere, such as through a proxy. */
  through?: (url: string) => Promise<string>
} = {}): Promise<App> => {
  const server: string = inject('databaseServer' as never)
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const template: string = empty ? '' : inject('template' as never)
  await runSql(server, `create database ${name} ${template}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  process.env['DATABASE_URL'] = await through(url.href)
  process.env['PAYLOAD_SECRET'] = 'tests-only'
  const { default: config } = await import('../../payload.config.ts')
  const payload = await getPayload({ config, key: name })
  if (empty) await migrate(payload)
  const origin = payload.config.serverURL

  const respond: App['respond'] = async (method, path, { body, as, headers } = {}) => {
    const asked = new Headers({ origin, ...headers })
    if (as) {
      for (const [header, value] of await signIn(payload, as)) asked.set(header, value)
    }
    const init: RequestInit = { method, headers: asked }
    if (body instanceof FormData) init.body = body
    else if (body !== undefined) {
      if (!asked.has('content-type')) asked.set('content-type', 'application/json')
      init.body = typeof body === 'string' ? body : JSON.stringify(body)
    }
    return handleEndpoints({
      config,
      payloadInstanceCacheKey: name,
      request: new Request(`${origin}/api${path}`, init),
    })
  }
  const request: App['request'] = async (method, path, options) => {
    const answer = await respond(method, path, options)
    const text = await answer.text()
    const parsed = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text
    return { status: answer.status, body: parsed, headers: answer.headers }
  }

  const stop = async () => {
    const { pool } = payload.db as unknown as { pool: { end: () => Promise<void> } }
    // What a test has left open must not hold up the end.
    await Promise.race([pool.end(), pause(500)])
    await runSql(server, `drop database if exists ${name} with (force)`)
  }
  return { payload, url: url.href, request, respond, stop }
}
