import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { bitMs, bitsPerDay } from '../domain/scheduling/bitmap.ts'
import type { LocatedVisit } from '../domain/scheduling/travel.ts'
import { visitsIn } from './day-bitmaps.ts'
import { statement } from './statement.ts'

type Row = { id: string; visits: Buffer | null }
type Values = {
  people: string
  first: number
  last: number
  from: string
  to: string
  since: number
  until: number
}

const dayMs = 86_400_000

/**
 * One statement: which people nothing takes in `[from, to)` (epoch ms), each with their visits of
 * half a day around it. Whoever is taken is left out where the bits are, not sent and thrown away.
 */
export async function readFreePeople(
  req: PayloadRequest,
  asked: { people: string[]; from: number; to: number; except?: string | undefined },
): Promise<{ id: string; visits: LocatedVisit[] }[]> {
  if (asked.people.length === 0) return []
  const rows = await readFree(req, {
    people: `{${asked.people.join(',')}}`,
    first: Math.floor(asked.from / bitMs),
    last: Math.ceil(asked.to / bitMs) - 1,
    from: new Date(asked.from).toISOString(),
    to: new Date(asked.to).toISOString(),
    since: Math.floor((asked.from - dayMs / 2) / dayMs),
    until: Math.floor((asked.to + dayMs / 2) / dayMs),
  })
  const except = asked.except ? Buffer.from(asked.except.replaceAll('-', ''), 'hex') : null
  return rows.map(({ id, visits }) => ({ id, visits: visits ? visitsIn(visits, except) : [] }))
}

const integer = (name: keyof Values) => sql`${sql.placeholder(name)}::integer`
const instant = (name: keyof Values) => sql`${sql.placeholder(name)}::timestamptz`
const perDay = sql.raw(String(bitsPerDay))

const [head, tail] = [
  sql`greatest(0, ${integer('first')} - d.day * ${perDay})`,
  sql`least(${perDay} - 1, ${integer('last')} - d.day * ${perDay})`,
]

// Bits of a byte are counted from its high end, as they are sent.
const isTaken = sql`case
    when ${head} > ${tail} then false
    when ${head} / 8 = ${tail} / 8 then
      get_byte(d.taken, ${head} / 8) & (255 >> ${head} % 8) & (255 << 7 - ${tail} % 8) <> 0
    else get_byte(d.taken, ${head} / 8) & (255 >> ${head} % 8) <> 0
      or get_byte(d.taken, ${tail} / 8) & (255 << 7 - ${tail} % 8) <> 0
      or btrim(substring(d.taken from ${head} / 8 + 2 for ${tail} / 8 - ${head} / 8 - 1),
        '\\x00'::bytea) <> ''
  end`

const lastDay = sql`${integer('last')} / ${perDay}`

// The days of everybody lie together in one index, and so does whatever is apart from the days;
// nobody's visits are read but those of who is free.
const readFree = statement<Row, Values>(
  'free_people',
  () => sql`with taken as (
      select d.fieldworker_id as id from day_bitmaps d
      where d.day >= ${integer('first')} / ${perDay} and d.day <= ${lastDay} and ${isTaken}
      union all
      select o.fieldworker_id from occupancies o
      where o.ends_at > ${instant('from')} and o.starts_at < ${instant('to')}
        and (o.expires_at is not null or o.ends_at - o.starts_at > interval '48 hours')
        and (o.expires_at is null or o.expires_at > now())
    )
    select asked.id, (select string_agg(d.visits, '') from day_bitmaps d
        where d.fieldworker_id = asked.id
          and d.day >= ${integer('since')} and d.day <= ${integer('until')}) as visits
    from unnest(${sql.placeholder('people')}::uuid[]) with ordinality as asked(id, place)
    where asked.id not in (select id from taken) order by asked.place`,
)
