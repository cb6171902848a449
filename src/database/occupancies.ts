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

const jsonOf = (ids: string[] | undefined) => JSON.stringify(ids ?? [])

/**
 * Replaces everything the given sources occupy by `rows`, in one statement.
 * The caller holds the advisory locks of the people involved.
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
      where appointment_id in
          (select value::uuid from jsonb_array_elements_text(${jsonOf(replace.appointments)}::jsonb))
        or unavailability_id in
          (select value::uuid from jsonb_array_elements_text(${jsonOf(replace.unavailabilities)}::jsonb))
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

/** What already takes these people's time in [startsAt, endsAt), apart from one appointment's own. */
export async function occupanciesInTheWay(
  req: PayloadRequest,
  span: { fieldworkers: string[]; startsAt: string; endsAt: string; except?: string | undefined },
): Promise<InTheWay[]> {
  const rows = await readInTheWay(req, {
    people: jsonOf(span.fieldworkers),
    startsAt: span.startsAt,
    endsAt: span.endsAt,
    except: span.except ?? null,
  })
  const instantOf = (value: string) => new Date(value).toISOString()
  return rows.map((row) => ({
    ...row,
    startsAt: instantOf(row.startsAt),
    endsAt: instantOf(row.endsAt),
  }))
}

const readInTheWay = statement<
  InTheWay,
  { people: string; startsAt: string; endsAt: string; except: string | null }
>(
  'occupancies_in_the_way',
  () => sql`select id, fieldworker_id as fieldworker, kind, exclusive, appointment_id as appointment,
        starts_at as "startsAt", ends_at as "endsAt"
      from occupancies
      where fieldworker_id in
          (select value::uuid from jsonb_array_elements_text(${sql.placeholder('people')}::jsonb))
        and starts_at < ${sql.placeholder('endsAt')}::timestamptz and ends_at > ${sql.placeholder('startsAt')}::timestamptz
        and (appointment_id is null or appointment_id is distinct from ${sql.placeholder('except')}::uuid)
      order by starts_at`,
)
