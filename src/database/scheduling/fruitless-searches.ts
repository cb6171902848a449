import { sql } from 'drizzle-orm'
import type { Payload, PayloadRequest } from 'payload'
import type { SearchCause } from '../../domain/setup/why-nothing-found.ts'
import { query } from '../query.ts'

/** A search that found nothing; `place` is an area, a location, a postcode or empty. */
export type FruitlessSearch = { service: string; place: string; cause: SearchCause }

export type CountedSearches = FruitlessSearch & { searches: number }

type Counts = Map<string, CountedSearches>

const waiting = new WeakMap<Payload, Counts>()

/** How many kinds of searches one process remembers between two writes, and the table in one day. */
const [mostWaiting, mostADay] = [200, 500]
const writeAfterMs = 3000

/**
 * Counts a search that found nothing. Counts are written together every few seconds, so that a
 * crowd of searches costs no writes; those of a process that is killed are lost.
 */
export const countFruitlessSearch = (req: PayloadRequest, search: FruitlessSearch): void => {
  const { payload } = req
  const known = waiting.get(payload)
  const counts: Counts = known ?? new Map()
  const key = [search.service, search.place, search.cause].join(' ')
  const counted = counts.get(key)
  if (counted) counted.searches += 1
  else if (counts.size < mostWaiting) counts.set(key, { ...search, searches: 1 })
  if (known) return
  waiting.set(payload, counts)
  setTimeout(() => {
    writeFruitlessSearches(payload).catch((error: unknown) => payload.logger.error(error))
  }, writeAfterMs).unref()
}

/** Writes what was counted since the last time, and forgets what is older than a month. */
export const writeFruitlessSearches = async (payload: Payload): Promise<void> => {
  const counts = [...(waiting.get(payload)?.values() ?? [])]
  waiting.delete(payload)
  if (counts.length === 0) return
  const req = { payload } as PayloadRequest
  await query(req, sql`delete from fruitless_searches where day < current_date - 31`)
  await query(
    req,
    sql`insert into fruitless_searches as f (day, service, place, cause, searches)
      select current_date, c.service, c.place, c.cause, c.searches
      from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb)
        as c(service uuid, place varchar(40), cause varchar(40), searches integer)
      where (select count(*) from fruitless_searches where day = current_date) < ${mostADay}
      on conflict (day, service, place, cause) do update set searches = f.searches + excluded.searches`,
  )
}

/** The searches of the last month that found nothing, the most frequent first. */
export const readFruitlessSearches = (req: PayloadRequest): Promise<CountedSearches[]> =>
  query<CountedSearches>(
    req,
    sql`select service, place, cause, sum(searches)::integer as searches from fruitless_searches
      where day >= current_date - 31
      group by service, place, cause order by searches desc, service, place limit 20`,
  )
