import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import {
  type BitWindow,
  bitsOf,
  emptyBitmap,
  spanOfWindow,
} from '../domain/scheduling/bit-window.ts'
import { type Bitmap, wordsPerDay } from '../domain/scheduling/bitmap.ts'
import type { Interval } from '../domain/scheduling/intervals.ts'
import type { LocatedVisit } from '../domain/scheduling/travel.ts'
import { query } from './query.ts'

/** What takes one person's time in a window, and their visits at known points. */
export type TakenTime = { taken: Bitmap; visits: (LocatedVisit & { appointment: string })[] }

type Row = {
  id: string
  days: Buffer | null
  visits: Buffer | null
  apart: [number, number][] | null
}

const dayBytes = 4 + wordsPerDay * 4
const visitBytes = 32
const minuteMs = 60_000

/**
 * One statement: taken time of people in a window from the materialised days, one row per person
 * whatever the tables hold. `now` (epoch ms) decides which holds have expired; `visits` asks for
 * the visits with a point, a day beyond the window on both sides.
 */
export async function readTakenTime(
  req: PayloadRequest,
  asked: { people: string[]; window: BitWindow; now: number; visits?: boolean | undefined },
): Promise<Map<string, TakenTime>> {
  const { people, window } = asked
  if (people.length === 0) return new Map()
  const { from, to } = spanOfWindow(window)
  const [first, end] = [window.firstDay, window.firstDay + window.days]
  const visits = asked.visits
    ? sql`(select string_agg(d.visits, '') from day_bitmaps d where d.fieldworker_id = person.id
        and d.day >= ${first - 1}::integer and d.day <= ${end}::integer)`
    : sql`null`
  const rows = await query<Row>(
    req,
    sql`select person.id,
      (select string_agg(int4send(d.day) || d.taken, '') from day_bitmaps d
        where d.fieldworker_id = person.id
          and d.day >= ${first}::integer and d.day < ${end}::integer) as days,
      ${visits} as visits,
      (select json_agg(json_build_array(
          extract(epoch from o.starts_at) * 1000, extract(epoch from o.ends_at) * 1000))
        from occupancies o
        where o.fieldworker_id = person.id and o.ends_at > ${instant(from)}
          and o.starts_at < ${instant(to)}
          and (o.expires_at is not null or o.ends_at - o.starts_at > interval '48 hours')
          and (o.expires_at is null or o.expires_at > ${instant(asked.now)})) as apart
    from unnest(${`{${people.join(',')}}`}::uuid[]) as person(id)`,
  )
  return new Map(
    rows.map((row) => [
      row.id,
      { taken: takenOf(row, window), visits: row.visits ? visitsIn(row.visits) : [] },
    ]),
  )
}

const takenOf = ({ days, apart }: Row, window: BitWindow): Bitmap => {
  const spans = (apart ?? []).map(([start, end]): Interval => ({ start, end }))
  const taken = spans.length > 0 ? bitsOf(spans, window, 'outward') : emptyBitmap(window)
  if (!days) return taken
  for (let at = 0; at + dayBytes <= days.length; at += dayBytes) {
    const base = (days.readInt32BE(at) - window.firstDay) * wordsPerDay
    for (let word = 0; word < wordsPerDay; word += 1)
      taken[base + word] = (taken[base + word] as number) | days.readInt32BE(at + 4 + word * 4)
  }
  return taken
}

const visitsIn = (bytes: Buffer): TakenTime['visits'] => {
  const visits: TakenTime['visits'] = []
  for (let at = 0; at + visitBytes <= bytes.length; at += visitBytes) {
    const id = bytes.toString('hex', at + 16, at + visitBytes)
    visits.push({
      start: bytes.readInt32BE(at) * minuteMs,
      end: bytes.readInt32BE(at + 4) * minuteMs,
      point: { lat: bytes.readFloatBE(at + 8), lng: bytes.readFloatBE(at + 12) },
      appointment: id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    })
  }
  return visits
}

const instant = (milliseconds: number) => sql`${new Date(milliseconds).toISOString()}::timestamptz`
