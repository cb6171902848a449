import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Payload } from 'payload'
import { changesChannel } from '../constraints/change-triggers.ts'
import { type StreamPlaces, streamPlaces } from './stream-places.ts'

/** What the database says of a committed change: ids, and whom it concerns. */
export type Change = {
  kind: 'account' | 'booking' | 'busy' | 'reset' | 'role' | 'visit'
  id: string
  booking?: string
  customer?: string
  people: string[]
}

export type ChangeListener = {
  onChange: (change: Change, id: string) => void
  /** The process is going down. */
  onEnd: () => void
}

export type ChangeFeed = {
  /** Resolves once the database is listened to. */
  ready: () => Promise<void>
  /** Id of the latest change, for those who begin now. */
  latest: () => string
  /** The changes after an id; null where they are no longer, or never were, known here. */
  since: (id: string) => { id: string; change: Change }[] | null
  listen: (listener: ChangeListener) => () => void
  /** How many listen in this process. */
  listening: () => number
  /** Places for those who listen, shared by all processes; ask once it is `ready`. */
  places: StreamPlaces
  close: () => Promise<void>
}

/** Of the connection that listens, as the database lists it. */
const name = 'fieldbook-changes'
/** Changes that are kept for those whose line broke. */
const kept = 1000
const reconnectAfter = 1000

const reset: Change = { kind: 'reset', id: '', people: [] }

const open = (connectionString: string): ChangeFeed => {
  // Another process, or this one after a restart, counts anew: its ids must not be mistaken.
  const run = randomUUID().slice(0, 8)
  const listeners = new Set<ChangeListener>()
  const ring: { number: number; change: Change }[] = []
  let number = 0
  let client: pg.Client | undefined
  let isClosed = false
  const places = streamPlaces(() => client)
  const idOf = (at: number) => `${run}-${at}`

  const tell = (change: Change) => {
    number += 1
    ring.push({ number, change })
    if (ring.length > kept) ring.shift()
    for (const { onChange } of listeners) onChange(change, idOf(number))
  }
  const lost = (gone: pg.Client) => {
    if (client !== gone) return
    client = undefined
    if (isClosed) return
    setTimeout(() => {
      // Whoever listens has missed what happened meanwhile.
      if (listeners.size > 0)
        connect().then(
          () => tell(reset),
          () => undefined,
        )
    }, reconnectAfter).unref()
  }
  const connect = async () => {
    if (client || isClosed) return
    const fresh = new pg.Client({
      connectionString,
      keepAlive: true,
      application_name: name,
      query_timeout: 5000,
    })
    client = fresh
    fresh.on('error', () => lost(fresh))
    fresh.on('end', () => lost(fresh))
    fresh.on('notification', ({ payload }) => {
      if (payload) tell({ ...reset, ...(JSON.parse(payload) as Change) })
    })
    try {
      await fresh.connect()
      await fresh.query(`listen ${changesChannel}`)
      await places.retake()
    } catch (error) {
      lost(fresh)
      throw error
    }
  }
  let connecting: Promise<void> | undefined

  return {
    ready: () => {
      if (!client) connecting = connect()
      return connecting ?? Promise.resolve()
    },
    latest: () => idOf(number),
    since: (id) => {
      const [of, at] = id.split('-')
      const seen = Number(at)
      if (of !== run || !Number.isInteger(seen) || seen > number) return null
      const first = ring[0]?.number ?? number + 1
      if (seen + 1 < first) return null
      return ring
        .filter((entry) => entry.number > seen)
        .map((entry) => ({ id: idOf(entry.number), change: entry.change }))
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    listening: () => listeners.size,
    places,
    close: async () => {
      isClosed = true
      for (const { onEnd } of listeners) onEnd()
      listeners.clear()
      await client?.end()
    },
  }
}

// The server and the panel's bundle load this module once each; the instance is what they share.
const place = Symbol.for('fieldbook.change-feed')

type Holder = Record<symbol, ChangeFeed | undefined>

/** The one feed of this process: a single LISTEN connection, opened for the first listener. */
export const changeFeedOf = (payload: Payload): ChangeFeed => {
  const holder = payload as unknown as Holder
  const { poolOptions } = payload.db as unknown as { poolOptions: pg.PoolConfig }
  holder[place] ??= open(poolOptions.connectionString ?? '')
  return holder[place]
}

/** Ends every listener's stream and the connection; nothing where none was opened. */
export const closeChangeFeed = async (payload: Payload): Promise<void> => {
  await (payload as unknown as Holder)[place]?.close()
}
