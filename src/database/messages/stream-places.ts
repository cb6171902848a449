import type pg from 'pg'

export type StreamPlaces = {
  /**
   * Takes one of `most` places of this name; null where all are taken, here or in another process.
   * Returns what gives it back.
   */
  take: (name: string, most: number) => Promise<(() => void) | null>
  /** Takes the places of this process again, on a new connection. */
  retake: () => Promise<void>
}

const lock = 'pg_try_advisory_lock(hashtextextended($1, 0)) as ok'
const unlock = 'pg_advisory_unlock(hashtextextended($1, 0))'

/**
 * Numbered places that all processes share: an advisory lock of the connection for each, which the
 * database gives back by itself when a process dies.
 */
export const streamPlaces = (connection: () => pg.Client | undefined): StreamPlaces => {
  const held = new Set<string>()

  let turn: Promise<unknown> = Promise.resolve()
  const send = async (text: string, values: unknown[]) => {
    const client = connection()
    if (!client) throw new Error('There is no connection to the database.')
    return (await client.query<{ ok: boolean }>(`select ${text}`, values)).rows[0]?.ok ?? false
  }
  /** One question after the other: they share a connection. */
  const ask = (text: string, values: unknown[]): Promise<boolean> => {
    const answer = turn.then(() => send(text, values))
    turn = answer.catch(() => undefined)
    return answer
  }
  const release = (place: string) => () => {
    if (held.delete(place)) ask(unlock, [place]).catch(() => undefined)
  }
  const isFree = async (place: string): Promise<boolean> => {
    // A connection may take its own lock twice, so those of this process are known here.
    if (held.has(place)) return false
    held.add(place)
    try {
      const isOurs = await ask(lock, [place])
      if (!isOurs) held.delete(place)
      return isOurs
    } catch (error) {
      held.delete(place)
      throw error
    }
  }
  return {
    take: async (name, most) => {
      for (let number = 1; number <= most; number++) {
        const place = `stream-place:${name}:${number}`
        if (await isFree(place)) return release(place)
      }
      return null
    },
    retake: async () => {
      if (held.size === 0) return
      await ask('pg_try_advisory_lock(hashtextextended(place, 0)) from unnest($1::text[]) place', [
        [...held],
      ])
    },
  }
}
