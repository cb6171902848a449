import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { bitMs, bitsPerDay } from '../../domain/scheduling/bitmap.ts'
import type { LocatedVisit } from '../../domain/scheduling/travel.ts'
import { visitsIn } from './day-bitmaps.ts'
import { statement } from '../statement.ts'

/** `visits` is null where something takes their time. */
type Row = { id: string; visits: Buffer | null }
type Days = {
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
 * half a day around it, in the order they are named. `among` is how many people there are: where
 * most of them are asked about, the days of all are read at one go.
 */
export async function readFreePeople(
  req: PayloadRequest,
  asked: {
    people: string[]
    among: number
    from: number
    to: number
    except?: string | undefined
  },
): Promise<{ id: string; visits: LocatedVisit[] }[]> {
  const { people } = asked
  if (people.length === 0) return []
  const days: Days = {
    first: Math.floor(asked.from / bitMs),
    last: Math.ceil(asked.to / bitMs) - 1,
    from: new Date(asked.from).toISOString(),
    to: new Date(asked.to).toISOString(),
    since: Math.floor((asked.from - dayMs / 2) / dayMs),
    until: Math.floor((asked.to + dayMs / 2) / dayMs),
  }
  const rows =
    people.length * 2 > asked.among
      ? await readEverybody(req, days)
      : await readSome(req, { ...days, people: `{${people.join(',')}}` })
  const known = new Map<string, Buffer | null>()
  for (const { id, visits } of rows) if (known.get(id) !== null) known.set(id, visits)
  const except = asked.except ? Buffer.from(asked.except.replaceAll('-', ''), 'hex') : null
  const free: { id: string; visits: LocatedVisit[] }[] = []
  for (const id of people) {
    const visits = known.get(id)
    if (visits !== null) free.push({ id, visits: visits ? visitsIn(visits, except) : [] })
  }
  return free
}

const integer = (name: keyof Days) => sql`${sql.placeholder(name)}::integer`
const instant = (name: keyof Days) => sql`${sql.placeholder(name)}::timestamptz`
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

// Whose time is taken is told by a null in place of their visits, which nobody asks for then.
const freeDays = sql`case when not bool_or(${isTaken}) then string_agg(d.visits, '') end as visits`
const near = sql`d.day >= ${integer('since')} and d.day <= ${integer('until')}`

/** Whatever is apart from the days lies together in an index of its own. */
const apart = sql`select o.fieldworker_id, null from occupancies o
  where o.ends_at > ${instant('from')} and o.starts_at < ${instant('to')}
    and (o.expires_at is not null or o.ends_at - o.starts_at > interval '48 hours')
    and (o.expires_at is null or o.expires_at > now())`

// The days of everybody lie together in one index; a person's own do in another.
const readEverybody = statement<Row, Days>(
  'free_everybody',
  () => sql`select d.fieldworker_id as id, ${freeDays} from day_bitmaps d
    where ${near} group by d.fieldworker_id union all ${apart}`,
)

const readSome = statement<Row, Days & { people: string }>(
  'free_people',
  () => sql`select d.fieldworker_id as id, ${freeDays}
    from unnest(${sql.placeholder('people')}::uuid[]) as asked(id)
    join day_bitmaps d on d.fieldworker_id = asked.id
    where ${near} group by d.fieldworker_id union all ${apart}`,
)
