import { getPayload } from 'payload'
import { apiOf } from '../../src/server/mount-api.ts'
import type { App } from './app.ts'
import type { Person } from './people.ts'
import { signIn } from './sign-in.ts'

export type ApiBody = {
  docs?: Record<string, unknown>[]
  doc?: Record<string, unknown>
  data?: Record<string, unknown> | null
  totalDocs?: number
  hasNextPage?: boolean
  errors?: {
    code?: string
    message: string
    field?: string
    extensions?: { statusCode?: number }
  }[]
}
export type ApiAnswer = { status: number; body: ApiBody }

type Options = { method?: string; body?: string; headers?: Record<string, string> }

/** The whole API as the server hands it over, its door included; `path` starts after `/api`. */
export const openApi = (
  app: App,
): {
  ask: (as: Person, path: string, options?: Options) => Promise<ApiAnswer>
  stop: () => void
} => {
  const api = apiOf(app.payload)
  const { config } = app.payload
  const ask = async (as: Person, path: string, { method = 'GET', body, headers }: Options = {}) => {
    const session = Object.fromEntries(await signIn(app.payload, as))
    const init = {
      method,
      headers: { origin: config.serverURL, ...session, ...headers },
      ...(body !== undefined && { body }),
    }
    const answer = await api(new Request(`${config.serverURL}/api${path}`, init))
    const text = await answer.text()
    const parsed = (text.startsWith('{') ? JSON.parse(text) : {}) as ApiBody
    return { status: answer.status, body: parsed }
  }
  // The door has a framework of its own beside the app's, on the same database.
  const stop = () => {
    void getPayload({ config }).then(({ db }) =>
      (db as unknown as { pool: { end: () => Promise<void> } }).pool.end(),
    )
  }
  return { ask, stop }
}

/** A refusal as one line. */
export const refusalOf = ({ status, body }: ApiAnswer): string =>
  `${status} ${body.errors?.[0]?.code}: ${body.errors?.[0]?.message}`
