import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from './query.ts'
import { statement } from './statement.ts'

export type OccupancyKind = 'visit' | 'reservation' | 'hold' | 'unavailability' | 'external'

export type OccupancyRow = {
  fieldworker: string
  startsAt: string
  endsAt: string
  kind: OccupancyKind
  /** Visits, reservations and holds exclude each other; facts only block availability. */
  exclusive: boolean
  appointment?: string | null
  unavailability?: string | null
  sourceRef?: string | null
}

export type OccupancySource = { appointments?: string[]; unavailabilities?: string[] }

const idsOf = (ids: readonly string[] | undefined) => sql`${`{${(ids ?? []).join(',')}}`}::uuid[]`

/**
 * Replaces everything the given sources occupy by `rows`, in one statement. The caller holds
 * the advisory locks of the people involved.
 * @throws SQLSTATE 23P01 when a row would overlap another exclusive one
 */
export async function writeOccupancies(
  req: PayloadRequest,
  { replace, rows }: { replace: OccupancySource; rows: OccupancyRow[] },
): Promise<void> {
  await query(
    req,
    sql`with gone as (
      delete from occupancies
      where appointment_id = any(${idsOf(replace.appointments)})
        or unavailability_id = any(${idsOf(replace.unavailabilities)})
      returning id
    )
    insert into occupancies (fieldworker_id, starts_at, ends_at, kind, exclusive, appointment_id,
      unavailability_id, source_ref)
    select (row->>'fieldworker')::uuid, (row->>'startsAt')::timestamptz,
      (row->>'endsAt')::timestamptz, (row->>'kind')::enum_occupancies_kind,
      (row->>'exclusive')::boolean, (row->>'appointment')::uuid, (row->>'unavailability')::uuid,
      row->>'sourceRef'
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as list(row)
    where (select count(*) from gone) >= 0`,
  )
}

export type InTheWay = {
  id: string
  fieldworker: string
  kind: OccupancyKind
  exclusive: boolean
  appointment: string | null
  startsAt: string
  endsAt: string
}

type Span = {
  fieldworkers: string[]
  startsAt: string
  endsAt: string
  except?: string | undefined
}

/**
 * What already takes these people's time in [startsAt, endsAt), apart from one appointment's own.
 * Holds that have expired are gone: they are deleted here, out of the way of what comes.
 */
export async function occupanciesInTheWay(req: PayloadRequest, span: Span): Promise<InTheWay[]> {
  const rows = await readInTheWay(req, {
    people: `{${span.fieldworkers.join(',')}}`,
    startsAt: span.startsAt,
    endsAt: span.endsAt,
    except: span.except ?? null,
  })
  const now = Date.now()
  const isExpired = ({ expiresAt }: Row) =>
    expiresAt !== null && new Date(expiresAt).getTime() <= now
  const expired = rows.filter(isExpired).map(({ id }) => id)
  if (expired.length > 0)
    await query(req, sql`delete from occupancies where id = any(${idsOf(expired)})`)
  const instantOf = (value: string) => new Date(value).toISOString()
  return rows
    .filter((row) => !isExpired(row))
    .map(({ expiresAt: _expiresAt, ...row }) => ({
      ...row,
      startsAt: instantOf(row.startsAt),
      endsAt: instantOf(row.endsAt),
    }))
}

type Row = InTheWay & { expiresAt: string | null }
type Values = { people: string; startsAt: string; endsAt: string; except: string | null }

/** Two reads by index: nothing of the past is looked at but what may reach into the span. */
const readInTheWay = statement<Row, Values>('in_the_way', () => {
  const startsAt = sql`${sql.placeholder('startsAt')}::timestamptz`
  const mine = sql`fieldworker_id = any(${sql.placeholder('people')}::uuid[])
    and starts_at < ${sql.placeholder('endsAt')}::timestamptz and ends_at > ${startsAt}
    and (appointment_id is null
      or appointment_id is distinct from ${sql.placeholder('except')}::uuid)`
  const columns = sql`id, fieldworker_id as fieldworker, kind, exclusive,
    appointment_id as appointment, starts_at as "startsAt", ends_at as "endsAt",
    expires_at as "expiresAt"`
  return sql`select ${columns} from occupancies where ${mine}
      and expires_at is null and ends_at - starts_at <= interval '48 hours'
      and starts_at > ${startsAt} - interval '48 hours'
    union all
    select ${columns} from occupancies where ${mine}
      and (expires_at is not null or ends_at - starts_at > interval '48 hours')
    order by "startsAt"`
})
