import { type SQL, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import {
  type BitWindow,
  bitsOf,
  emptyBitmap,
  spanOfWindow,
} from '../../domain/scheduling/bit-window.ts'
import { type Bitmap, wordsPerDay } from '../../domain/scheduling/bitmap.ts'
import type { Interval } from '../../domain/scheduling/intervals.ts'
import type { LocatedVisit } from '../../domain/scheduling/travel.ts'
import { refOfHold } from './ref-of-hold.ts'
import { statement } from '../statement.ts'

/** What takes one person's time in a window, and their visits at known points. */
export type TakenTime = {
  taken: Bitmap
  /** Read when it is asked for: of those who are taken nobody wants to know where they are. */
  readonly visits: LocatedVisit[]
}

type Row = {
  id: string
  days: Buffer | null
  visits: Buffer | null
  apart: [number, number][] | null
}

const dayBytes = 4 + wordsPerDay * 4
const visitBytes = 32
const minuteMs = 60_000
const dayMs = 86_400_000

/**
 * One statement: taken time of people in a window from the materialised days, one row per person
 * whatever the tables hold. Holds that have expired take none; `visits` asks for
 * the visits with a point that start in these UTC days (both inclusive), apart from `except`. What
 * `hold` keeps counts as free.
 */
export async function readTakenTime(
  req: PayloadRequest,
  asked: {
    people: string[]
    window: BitWindow
    hold?: string | undefined
    visits?: { firstDay: number; lastDay: number; except?: string | undefined } | undefined
  },
): Promise<Map<string, TakenTime>> {
  const { people, window, visits } = asked
  if (people.length === 0) return new Map()
  const { from, to } = spanOfWindow(window)
  const values = {
    people: `{${people.join(',')}}`,
    first: window.firstDay,
    end: window.firstDay + window.days,
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    own: refOfHold(asked.hold),
  }
  const rows = visits
    ? await readWithVisits(req, { ...values, since: visits.firstDay, until: visits.lastDay })
    : await readWithout(req, values)
  const except = visits?.except ? Buffer.from(visits.except.replaceAll('-', ''), 'hex') : null
  return new Map(
    rows.map((row) => [
      row.id,
      {
        taken: takenOf(row, window),
        get visits() {
          return row.visits ? visitsIn(row.visits, except) : []
        },
      },
    ]),
  )
}

/**
 * The same for many windows, in one statement: `takenIn(window)` answers for each of those named.
 * Days between them are not read.
 */
export async function readTakenTimes(
  req: PayloadRequest,
  asked: { people: string[]; windows: BitWindow[]; withVisits: boolean },
): Promise<(window: BitWindow) => Map<string, TakenTime>> {
  const { people, windows, withVisits } = asked
  const days = new Set(windows.flatMap((window) => daysOf(window, withVisits ? 1 : 0)))
  if (people.length === 0 || days.size === 0) return () => new Map()
  const spans = windows.map(spanOfWindow)
  const rows = await readDays(req, {
    people: `{${people.join(',')}}`,
    days: `{${[...days].join(',')}}`,
    from: new Date(Math.min(...spans.map(({ from }) => from))).toISOString(),
    to: new Date(Math.max(...spans.map(({ to }) => to))).toISOString(),
    own: refOfHold(undefined),
  })
  return (window) => {
    const { firstDay, lastDay } = daysAround(window)
    const isNear = ({ start }: LocatedVisit) =>
      start >= firstDay * dayMs && start < (lastDay + 1) * dayMs
    return new Map(
      rows.map((row) => [
        row.id,
        {
          taken: takenOf(row, window),
          get visits() {
            return withVisits && row.visits ? visitsIn(row.visits, null).filter(isNear) : []
          },
        },
      ]),
    )
  }
}

const daysOf = ({ firstDay, days }: BitWindow, around: number): number[] =>
  Array.from({ length: days + 2 * around }, (_, at) => firstDay - around + at)

/** The UTC days in which visits beside those of a window can start. */
export const daysAround = ({ firstDay, days }: BitWindow) => ({
  firstDay: firstDay - 1,
  lastDay: firstDay + days,
})

const takenOf = ({ days, apart }: Row, window: BitWindow): Bitmap => {
  const spans = (apart ?? []).map(([start, end]): Interval => ({ start, end }))
  const taken = spans.length > 0 ? bitsOf(spans, window, 'outward') : emptyBitmap(window)
  if (!days) return taken
  for (let at = 0; at + dayBytes <= days.length; at += dayBytes) {
    const day = days.readInt32BE(at) - window.firstDay
    if (day < 0 || day >= window.days) continue
    const base = day * wordsPerDay
    for (let word = 0; word < wordsPerDay; word += 1)
      taken[base + word] = (taken[base + word] as number) | days.readInt32BE(at + 4 + word * 4)
  }
  return taken
}

/** The visits of `day_bitmaps.visits`, apart from one whose id is given as bytes. */
export const visitsIn = (bytes: Buffer, except: Buffer | null): LocatedVisit[] => {
  const visits: LocatedVisit[] = []
  for (let at = 0; at + visitBytes <= bytes.length; at += visitBytes) {
    if (except && bytes.compare(except, 0, 16, at + 16, at + visitBytes) === 0) continue
    visits.push({
      start: bytes.readInt32BE(at) * minuteMs,
      end: bytes.readInt32BE(at + 4) * minuteMs,
      point: { lat: bytes.readFloatBE(at + 8), lng: bytes.readFloatBE(at + 12) },
    })
  }
  return visits
}

const reading = (withVisits: boolean) => () => {
  const [first, end] = [sql.placeholder('first'), sql.placeholder('end')]
  const visits = withVisits
    ? sql`(select string_agg(d.visits, '') from day_bitmaps d where d.fieldworker_id = person.id
        and d.day >= ${sql.placeholder('since')}::integer
        and d.day <= ${sql.placeholder('until')}::integer)`
    : sql`null::bytea`
  const days = sql`(select string_agg(int4send(d.day) || d.taken, '') from day_bitmaps d
        where d.fieldworker_id = person.id
          and d.day >= ${first}::integer and d.day < ${end}::integer)`
  return takenPerPerson(days, visits)
}

/** What takes people's time beside the days: holds that live and spans beyond two days. */
const takenPerPerson = (days: SQL, visits: SQL): SQL =>
  sql`select person.id, ${days} as days, ${visits} as visits,
      (select json_agg(json_build_array(
          extract(epoch from o.starts_at) * 1000, extract(epoch from o.ends_at) * 1000))
        from occupancies o
        where o.fieldworker_id = person.id and o.ends_at > ${sql.placeholder('from')}::timestamptz
          and o.starts_at < ${sql.placeholder('to')}::timestamptz
          and (o.expires_at is not null or o.ends_at - o.starts_at > interval '48 hours')
          and (o.expires_at is null or o.expires_at > now())
          and (o.source_ref is null or o.source_ref not like ${sql.placeholder('own')}::text)
      ) as apart
    from unnest(${sql.placeholder('people')}::uuid[]) as person(id)`

type Values = {
  people: string
  first: number
  end: number
  from: string
  to: string
  own: string
}
const readWithout = statement<Row, Values>('taken_time', reading(false))
const readWithVisits = statement<Row, Values & { since: number; until: number }>(
  'taken_time_visits',
  reading(true),
)

const readDays = statement<Row, Omit<Values, 'end' | 'first'> & { days: string }>(
  'taken_days',
  () => {
    const mine = sql`from day_bitmaps d where d.fieldworker_id = person.id
      and d.day = any(${sql.placeholder('days')}::integer[])`
    return takenPerPerson(
      sql`(select string_agg(int4send(d.day) || d.taken, '') ${mine})`,
      sql`(select string_agg(d.visits, '') ${mine})`,
    )
  },
)
