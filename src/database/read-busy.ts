import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import type { Interval } from '../domain/scheduling/intervals.ts'
import { query } from './query.ts'

/**
 * One statement: occupied spans (epoch ms, buffers in) per person to the millisecond; expired
 * holds are free. For a visit that is moved (`except`) or off the five-minute grid; everything else
 * reads the materialised days.
 */
export async function readBusy(
  req: PayloadRequest,
  span: { people: string[]; from: number; to: number; now: number; except?: string | undefined },
): Promise<Map<string, Interval[]>> {
  if (span.people.length === 0) return new Map()
  const mine = sql`o.fieldworker_id = person.id and o.starts_at < ${instant(span.to)}
    and o.ends_at > ${instant(span.from)}
    and (o.appointment_id is null or o.appointment_id is distinct from ${span.except ?? null}::uuid)`
  // Two reads by index: nothing of the past is looked at but what may reach into the span.
  const rows = await query<{ id: string; spans: [number, number][] }>(
    req,
    sql`select person.id, json_agg(json_build_array(
        extract(epoch from o.starts_at) * 1000, extract(epoch from o.ends_at) * 1000)) as spans
    from unnest(${`{${span.people.join(',')}}`}::uuid[]) as person(id), lateral (
      select o.starts_at, o.ends_at from occupancies o
        where ${mine} and o.expires_at is null and o.ends_at - o.starts_at <= interval '48 hours'
          and o.starts_at > ${instant(span.from)} - interval '48 hours'
      union all
      select o.starts_at, o.ends_at from occupancies o
        where ${mine} and (o.expires_at is null or o.expires_at > ${instant(span.now)})
          and (o.expires_at is not null or o.ends_at - o.starts_at > interval '48 hours')
    ) as o group by person.id`,
  )
  return new Map(
    rows.map(({ id, spans }) => [id, spans.map(([start, end]): Interval => ({ start, end }))]),
  )
}

const instant = (milliseconds: number) => sql`${new Date(milliseconds).toISOString()}::timestamptz`
