import { type App, startApp } from './app.ts'
import { openSql, type Sql } from './open-sql.ts'
import type { Person } from './people.ts'
import { openShop, type Shop } from './shop.ts'

type Refusal = { code: string; message: string; field?: string; details?: object }
type Refused = { errors?: Refusal[] }
export type Booked = Refused & { id: string; number: string; status: string }

export type Visit = {
  id: string
  status: string
  acceptance: string
  progress: string
  fieldworker_id: string | null
}

/** The product with a small company, and the words in which the stories of bookings are told. */
export type Harness = {
  app: App
  shop: Shop
  sql: Sql
  book: (
    body: object,
    as?: Person,
  ) => Promise<{ status: number; body: Booked; code: string | undefined }>
  /** A command or a plain save; `code` is the refusal's, undefined where it took effect. */
  send: (
    method: 'DELETE' | 'GET' | 'PATCH' | 'POST',
    path: string,
    as: Person,
    body?: object,
  ) => Promise<{ status: number; code: string | undefined; body: Record<string, unknown> }>
  statusOf: (booking: string) => Promise<string>
  visitsOf: (booking: string) => Promise<Visit[]>
  /** Keys of the tabs in which the booking is, as the office sees them. */
  tabsWith: (fn: () => Promise<unknown>) => Promise<Record<string, number>>
  /** `<channel>:<event>:<recipient kind>` of all that is queued for the booking. */
  messagesOf: (booking: string) => Promise<string[]>
  historyOf: (booking: string) => Promise<Event[]>
  stop: () => Promise<void>
}

type Event = {
  /** When it happened. */
  at: Date
  command: string
  actor_kind: string
  actor_name: string
  on_behalf_of: string | null
  subject_type: string
  changes: Record<string, [unknown, unknown]>
  reason: string | null
}

const address = { line1: '5 Test Street', suburb: 'Sydney', postcode: '2000' }

const codeOf = (body: unknown) => (body as Refused)?.errors?.[0]?.code

export const openHarness = async (options?: Parameters<typeof startApp>[0]): Promise<Harness> => {
  const app = await startApp(options)
  const shop = await openShop(app.payload)
  const { sql, close } = await openSql(app.url)

  const book: Harness['book'] = async (body, as) => {
    const answer = await app.request<Booked>('POST', '/app/bookings', {
      body: { ...('location' in body ? {} : { address }), ...body },
      ...(as && { as }),
    })
    return { status: answer.status, body: answer.body, code: codeOf(answer.body) }
  }

  const send: Harness['send'] = async (method, path, as, body) => {
    const answer = await app.request(method, path, { as, ...(body && { body }) })
    return { status: answer.status, code: codeOf(answer.body), body: answer.body }
  }

  const counts = async () => {
    const { body } = await send('GET', '/app/tabs', 'admin')
    const { tabs } = body as { tabs: { key: string; count: number }[] }
    return new Map(tabs.map(({ key, count }) => [key, count]))
  }

  return {
    app,
    shop,
    sql,
    book,
    send,
    statusOf: async (id) =>
      (await sql<{ status: string }>('select status from bookings where id = $1', [id]))[0]
        ?.status ?? 'missing',
    visitsOf: (id) =>
      sql<Visit>('select * from appointments where booking_id = $1 order by start, id', [id]),
    tabsWith: async (fn) => {
      const before = await counts()
      await fn()
      const after = await counts()
      const moved = [...after].map(([key, n]) => [key, n - (before.get(key) ?? 0)] as const)
      return Object.fromEntries(moved.filter(([, by]) => by !== 0))
    },
    messagesOf: async (id) => {
      const rows = await sql<{ word: string }>(
        `select channel || ':' || event || ':' || recipient_kind as word from deliveries
         where booking_id = $1 order by created_at`,
        [id],
      )
      return rows.map(({ word }) => word)
    },
    historyOf: (id) =>
      sql<Event>('select * from audit_events where booking = $1 order by at', [id]),
    stop: async () => {
      await close()
      await app.stop()
    },
  }
}
