import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { recordOf } from '../int/people/access-records.ts'
import { type App, startApp } from './app.ts'
import { openSql } from './open-sql.ts'
import { insertBooking, type Owned, ownerOf } from './records.ts'

export type Entry = {
  command: string
  subject_type: string
  subject_id: string
  actor_name: string
  channel: string
  changes: Record<string, [unknown, unknown]>
}

export type HistoryHarness = {
  app: App
  /** A booking with all that belongs to it, past every rule. */
  owned: Owned
  /** What an act leaves in the history. */
  leftBy: (act: () => Promise<unknown>) => Promise<Entry[]>
  /** One request of an administrator, which must be answered well. */
  asAdmin: (method: string, path: string, body?: unknown) => Promise<Record<string, unknown>>
  /** A new record of a collection, made by an administrator; returns its id. */
  make: (slug: string) => Promise<string>
  stop: () => Promise<void>
}

const picture = () =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: '#336699' } })
    .png()
    .toBuffer()

const bodyOf = async (slug: string, owned: Owned): Promise<unknown> => {
  const data = recordOf[slug]?.(owned, randomUUID()) ?? {}
  if (slug !== 'media') return data
  const form = new FormData()
  form.set('_payload', JSON.stringify({ kind: 'attachment', booking: owned.booking }))
  form.set('file', new Blob([new Uint8Array(await picture())], { type: 'image/png' }), 'a.png')
  return form
}

/** The product, and what each act in it leaves in the history. */
export const openHistoryHarness = async (): Promise<HistoryHarness> => {
  const app = await startApp()
  const owner = await ownerOf(app.payload, 'customer', 'fieldworker')
  const start = '2030-01-01T00:00:00.000Z'
  const owned = await insertBooking(app.payload, owner, { number: 'HISTORY-1', start })
  const { sql, close } = await openSql(app.url)
  const entries = () => sql<Entry & { id: string }>('select * from audit_events order by at, id')
  const stop = async () => {
    await close()
    await app.stop()
  }
  const asAdmin: HistoryHarness['asAdmin'] = async (method, path, body) => {
    const answer = await app.request(method, path, { as: 'admin', ...(body ? { body } : {}) })
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  return {
    ...{ app, owned, asAdmin, stop },
    leftBy: async (act) => {
      const before = new Set((await entries()).map(({ id }) => id))
      await act()
      return (await entries()).filter(({ id }) => !before.has(id))
    },
    make: async (slug) => {
      const { doc } = await asAdmin('POST', `/${slug}`, await bodyOf(slug, owned))
      return String((doc as { id?: string } | undefined)?.id ?? '')
    },
  }
}
