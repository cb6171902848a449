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

/** The latest changes of this process, each with an id. */
const recentChanges = () => {
  // Another process, or this one after a restart, counts anew: its ids must not be mistaken.
  const run = randomUUID().slice(0, 8)
  const ring: { number: number; change: Change }[] = []
  let number = 0
  const idOf = (at: number) => `${run}-${at}`
  return {
    /** Returns the id of the change. */
    add: (change: Change): string => {
      number += 1
      ring.push({ number, change })
      if (ring.length > kept) ring.shift()
      return idOf(number)
    },
    latest: () => idOf(number),
    since: (id: string) => {
      const [of, at] = id.split('-')
      const seen = Number(at)
      if (of !== run || !Number.isInteger(seen) || seen > number) return null
      const first = ring[0]?.number ?? number + 1
      if (seen + 1 < first) return null
      return ring
        .filter((entry) => entry.number > seen)
        .map((entry) => ({ id: idOf(entry.number), change: entry.change }))
    },
  }
}

type Connection = {
  client: () => pg.Client | undefined
  connect: () => Promise<void>
  /** Connects where there is no connection, or waits for the one that is being opened. */
  ready: () => Promise<void>
}

type Heard = {
  onChange: (change: Change) => void
  /** The connection is gone, other than by `close`. */
  onLost: () => void
  isClosed: () => boolean
  /** What a new connection has to do before it counts. */
  prepare: () => Promise<void>
}

/** The connection that listens to the database; at most one at a time. */
const listeningConnection = (
  connectionString: string,
  { onChange, onLost, isClosed, prepare }: Heard,
): Connection => {
  let client: pg.Client | undefined
  const lost = (gone: pg.Client) => {
    if (client !== gone) return
    client = undefined
    if (!isClosed()) onLost()
  }
  const connect = async () => {
    if (client || isClosed()) return
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
      if (payload) onChange({ ...reset, ...(JSON.parse(payload) as Change) })
    })
    try {
      await fresh.connect()
      await fresh.query(`listen ${changesChannel}`)
      await prepare()
    } catch (error) {
      lost(fresh)
      throw error
    }
  }
  let connecting: Promise<void> | undefined
  const ready = () => {
    if (!client) connecting = connect()
    return connecting ?? Promise.resolve()
  }
  return { client: () => client, connect, ready }
}

const open = (connectionString: string): ChangeFeed => {
  const listeners = new Set<ChangeListener>()
  const recent = recentChanges()
  let isClosed = false
  const tell = (change: Change) => {
    const id = recent.add(change)
    for (const { onChange } of listeners) onChange(change, id)
  }
  const reconnect = () => {
    // Whoever listens has missed what happened meanwhile.
    if (listeners.size > 0)
      connect().then(
        () => tell(reset),
        () => undefined,
      )
  }
  const { client, connect, ready } = listeningConnection(connectionString, {
    onChange: tell,
    onLost: () => void setTimeout(reconnect, reconnectAfter).unref(),
    isClosed: () => isClosed,
    prepare: () => places.retake(),
  })
  const places = streamPlaces(client)

  return {
    ready,
    latest: recent.latest,
    since: recent.since,
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
      await client()?.end()
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
