import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import type { Occupied } from '../../domain/scheduling/explain-world.ts'
import { query } from '../query.ts'
import { refOfHold } from './ref-of-hold.ts'

type Row = { id: string; spans: [number, number, Occupied['kind'], string | null][] }

/**
 * One statement: what occupies each person (epoch ms, buffers in), to the millisecond and with its
 * kind; expired holds and the asker's own `hold` are free. For explanations, timelines, a visit that is moved (`except`) and
 * times off the five-minute grid; searches read the materialised days.
 */
export async function readBusy(
  req: PayloadRequest,
  span: {
    people: string[]
    from: number
    to: number
    except?: string | undefined
    hold?: string | undefined
  },
): Promise<Map<string, Occupied[]>> {
  if (span.people.length === 0) return new Map()
  const mine = sql`o.fieldworker_id = person.id and o.starts_at < ${instant(span.to)}
    and o.ends_at > ${instant(span.from)}
    and (o.appointment_id is null or o.appointment_id is distinct from ${span.except ?? null}::uuid)
    and (o.source_ref is null or o.source_ref not like ${refOfHold(span.hold)})`
  // Two reads by index: nothing of the past is looked at but what may reach into the span.
  const rows = await query<Row>(
    req,
    sql`select person.id, json_agg(json_build_array(extract(epoch from o.starts_at) * 1000,
        extract(epoch from o.ends_at) * 1000, o.kind, o.appointment_id) order by o.starts_at) as spans
    from unnest(${`{${span.people.join(',')}}`}::uuid[]) as person(id), lateral (
      select o.starts_at, o.ends_at, o.kind, o.appointment_id from occupancies o
        where ${mine} and o.expires_at is null and o.ends_at - o.starts_at <= interval '48 hours'
          and o.starts_at > ${instant(span.from)} - interval '48 hours'
      union all
      select o.starts_at, o.ends_at, o.kind, o.appointment_id from occupancies o
        where ${mine} and (o.expires_at is null or o.expires_at > now())
          and (o.expires_at is not null or o.ends_at - o.starts_at > interval '48 hours')
    ) as o group by person.id`,
  )
  return new Map(
    rows.map(({ id, spans }) => [
      id,
      spans.map(([start, end, kind, appointment]): Occupied => ({ start, end, kind, appointment })),
    ]),
  )
}

const instant = (milliseconds: number) => sql`${new Date(milliseconds).toISOString()}::timestamptz`
