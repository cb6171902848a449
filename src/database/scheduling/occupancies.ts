import { type SQL, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '../query.ts'
import { statement } from '../statement.ts'

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
 * Replaces everything the given sources occupy by `rows`, in one statement. Holds of these people
 * that have expired make way. The caller holds the advisory locks of the people involved.
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
        or (expires_at <= now()
          and fieldworker_id = any(${idsOf([...new Set(rows.map((row) => row.fieldworker))])}))
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
  return liveOf(req, rows)
}

/** The same for many spans in one statement, in their order. */
export async function occupanciesInTheWayOfEach(
  req: PayloadRequest,
  spans: Span[],
): Promise<InTheWay[][]> {
  if (spans.length === 0) return []
  const rows = await readInTheWays(req, { spans: JSON.stringify(spans) })
  const found = spans.map((): InTheWay[] => [])
  const live = await liveOf(req, rows)
  for (const { place, ...row } of live) found[place]?.push(row)
  return found
}

const liveOf = async <Found extends Row>(req: PayloadRequest, rows: Found[]) => {
  const expired = rows.filter(({ isExpired }) => isExpired).map(({ id }) => id)
  if (expired.length > 0)
    await query(req, sql`delete from occupancies where id = any(${idsOf(expired)})`)
  const instantOf = (value: string) => new Date(value).toISOString()
  return rows
    .filter(({ isExpired }) => !isExpired)
    .map(({ isExpired: _isExpired, ...row }) => ({
      ...row,
      startsAt: instantOf(row.startsAt),
      endsAt: instantOf(row.endsAt),
    }))
}

type Row = InTheWay & { isExpired: boolean }
type Values = { people: string; startsAt: string; endsAt: string; except: string | null }

const columns = sql`id, fieldworker_id as fieldworker, kind, exclusive,
    appointment_id as appointment, starts_at as "startsAt", ends_at as "endsAt",
    coalesce(expires_at <= now(), false) as "isExpired"`

/** Two reads by index: nothing of the past is looked at but what may reach into the span. */
const inTheWayOf = (of: { people: SQL; startsAt: SQL; endsAt: SQL; except: SQL }): SQL => {
  const mine = sql`fieldworker_id = any(${of.people}) and starts_at < ${of.endsAt}
    and ends_at > ${of.startsAt}
    and (appointment_id is null or appointment_id is distinct from ${of.except})`
  return sql`select ${columns} from occupancies where ${mine}
      and expires_at is null and ends_at - starts_at <= interval '48 hours'
      and starts_at > ${of.startsAt} - interval '48 hours'
    union all
    select ${columns} from occupancies where ${mine}
      and (expires_at is not null or ends_at - starts_at > interval '48 hours')`
}

const readInTheWay = statement<Row, Values>(
  'in_the_way',
  () =>
    sql`${inTheWayOf({
      people: sql`${sql.placeholder('people')}::uuid[]`,
      startsAt: sql`${sql.placeholder('startsAt')}::timestamptz`,
      endsAt: sql`${sql.placeholder('endsAt')}::timestamptz`,
      except: sql`${sql.placeholder('except')}::uuid`,
    })} order by "startsAt"`,
)

const readInTheWays = statement<Row & { place: number }, { spans: string }>(
  'in_the_ways',
  () => sql`select (list.place - 1)::integer as place, found.*
    from jsonb_array_elements(${sql.placeholder('spans')}::jsonb) with ordinality as list(span, place),
      lateral (select array(
        select jsonb_array_elements_text(list.span->'fieldworkers'))::uuid[] as people) who,
      lateral (${inTheWayOf({
        people: sql`who.people`,
        startsAt: sql`(list.span->>'startsAt')::timestamptz`,
        endsAt: sql`(list.span->>'endsAt')::timestamptz`,
        except: sql`(list.span->>'except')::uuid`,
      })}) found
    order by place, "startsAt"`,
)
