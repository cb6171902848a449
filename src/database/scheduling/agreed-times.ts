import { type SQL, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '../query.ts'
import { absencesAhead, absenceZone, visitsAhead, visitZone } from './zone-rules.ts'

const instant = (column: SQL) => sql`(extract(epoch from ${column}) * 1000)::float8`

/** When the times of a record were last decided, by its history. */
const decidedAt = (record: SQL, filter: SQL) => sql`coalesce((select max(at) from audit_events
  where ${filter} and (changes ? 'start' or changes ? 'end')), ${record}.created_at)`

/** A visit to come, and whose time it takes; instants in epoch ms. */
export type AgreedVisit = {
  id: string
  booking: string
  number: string
  service: string
  zone: string
  start: number
  end: number
  busyStart: number
  busyEnd: number
  person: string | null
}

/** Visits of a zone that are to come and were agreed by `until` (ISO), soonest first. */
export const agreedVisits = (
  req: PayloadRequest,
  of: { zone: string; now: number; until: string },
): Promise<AgreedVisit[]> =>
  query(
    req,
    sql`select visit.id, booking.id as booking, coalesce(booking.number, '') as number,
        coalesce((select name from services where id = visit.service_id), 'Visit') as service,
        ${visitZone} as zone, coalesce(visit.fieldworker_id, visit.reserved_for_id) as person,
        ${instant(sql`visit.start`)} as start, ${instant(sql`visit."end"`)} as "end",
        ${instant(sql`coalesce(visit.busy_start, visit.start)`)} as "busyStart",
        ${instant(sql`coalesce(visit.busy_end, visit."end")`)} as "busyEnd"
      from ${visitsAhead(of.now)} and ${visitZone} = ${of.zone}
        and ${decidedAt(
          sql`visit`,
          sql`booking = visit.booking_id::text and subject_type = 'appointments'
            and subject_id = visit.id::text`,
        )} <= ${of.until}::timestamptz
      order by visit.start, visit.id`,
  )

export type AgreedAbsence = { id: string; zone: string; start: number; end: number }

/** Absences of a zone that are not over and were entered by `until` (ISO). */
export const agreedAbsences = (
  req: PayloadRequest,
  of: { zone: string; now: number; until: string },
): Promise<AgreedAbsence[]> =>
  query(
    req,
    sql`select absence.id, ${absenceZone} as zone, ${instant(sql`absence.start`)} as start,
        ${instant(sql`absence."end"`)} as "end"
      from ${absencesAhead(of.now)} and ${absenceZone} = ${of.zone}
        and ${decidedAt(
          sql`absence`,
          sql`booking is null and subject_type = 'unavailabilities'
            and subject_id = absence.id::text`,
        )} <= ${of.until}::timestamptz
      order by absence.start, absence.id`,
  )

export type TakenTime = {
  person: string
  name: string
  kind: string
  exclusive: boolean
  appointment: string | null
  absence: string | null
  /** The number of the booking, where it is one's. */
  number: string | null
  start: number
  end: number
}

/** All that takes the time of these people from an instant on. */
export const takenFrom = (
  req: PayloadRequest,
  { people, from }: { people: string[]; from: number },
): Promise<TakenTime[]> =>
  query(
    req,
    sql`select taken.fieldworker_id as person, who.name, taken.kind, taken.exclusive,
        taken.appointment_id as appointment, taken.unavailability_id as absence, booking.number,
        ${instant(sql`taken.starts_at`)} as start, ${instant(sql`taken.ends_at`)} as "end"
      from occupancies taken join fieldworkers who on who.id = taken.fieldworker_id
      left join appointments visit on visit.id = taken.appointment_id
      left join bookings booking on booking.id = visit.booking_id
      where taken.fieldworker_id = any(${`{${people.join(',')}}`}::uuid[])
        and taken.ends_at > ${new Date(from).toISOString()}::timestamptz
        and (taken.expires_at is null or taken.expires_at > now())
      order by taken.starts_at, taken.id`,
  )

/** Whose customers have an invitation to a booking in their calendars. */
export const whoWasInvited = async (
  req: PayloadRequest,
  { bookings, events }: { bookings: string[]; events: string[] },
): Promise<Set<string>> => {
  const rows = await query<{ id: string }>(
    req,
    sql`select distinct booking_id as id from deliveries
      where booking_id = any(${`{${bookings.join(',')}}`}::uuid[]) and recipient_kind = 'customer'
        and channel = 'email' and event = any(${`{${events.join(',')}}`}::text[])
        and state in ('sending', 'sent', 'unknown')`,
  )
  return new Set(rows.map(({ id }) => id))
}

/** The accounts of who dispatches. */
export const readDispatchers = async (req: PayloadRequest): Promise<string[]> => {
  const rows = await query<{ id: string }>(
    req,
    sql`select id from users account where account.active is not false and account.kind = 'staff'
      and exists (select 1 from roles_permissions flag
        where flag.parent_id = account.role_id and flag.value = 'booking.assign') order by id`,
  )
  return rows.map(({ id }) => id)
}
