import { type SQL, sql } from 'drizzle-orm'
import { firstCompany } from '../../domain/records/first-company.ts'
import { formatInZone } from '../../domain/scheduling/local-time.ts'

/** Something that takes a person's time for itself alone. */
export type Exclusive = {
  /** Of its row in `occupancies`. */
  id: string
  kind: 'hold' | 'reservation' | 'visit'
  start: string
  end: string
  appointment: string | null
  /** Number of its booking. */
  booking: string | null
}

export type Overlap = {
  person: string
  timezone: string
  /** Came first, by the time at which it was made. */
  first: Exclusive
  later: Exclusive
}

type Run = (statement: SQL) => Promise<{ rows: unknown[] }>

const part = (name: SQL) => sql`json_build_object('id', ${name}.id, 'kind', ${name}.kind,
  'start', ${name}.starts_at, 'end', ${name}.ends_at, 'appointment', ${name}.appointment_id,
  'booking', (select booking.number from appointments visit
    join bookings booking on booking.id = visit.booking_id where visit.id = ${name}.appointment_id))`

const most = 200

/** Pairs that the database's own constraint would not have let in, by person and time. */
export const readOverlaps = async (run: Run): Promise<Overlap[]> => {
  const { rows } = await run(sql`select person.name as person,
      coalesce(person.timezone, 'UTC') as timezone,
      ${part(sql`one`)} as first, ${part(sql`other`)} as later
    from occupancies one
    join occupancies other on other.fieldworker_id = one.fieldworker_id
      and other.starts_at < one.ends_at and other.ends_at > one.starts_at
      and (other.created_at, other.id) > (one.created_at, one.id)
    join fieldworkers person on person.id = one.fieldworker_id
    where one.exclusive and other.exclusive
    order by person.name, one.starts_at, other.starts_at, other.id limit ${most}`)
  return rows as Overlap[]
}

const nameOf = ({ kind, booking }: Exclusive): string =>
  booking ? `the ${kind} of ${booking}` : `a ${kind}`

/** One line for the person who starts the product. */
export const lineOfOverlap = ({ person, timezone, first, later }: Overlap): string => {
  const on = { zone: timezone, locale: firstCompany.locale }
  const when = ({ start, end }: Exclusive) =>
    `${formatInZone(Date.parse(start), on)} to ${formatInZone(Date.parse(end), on)}`
  return `${person}: ${nameOf(first)}, ${when(first)}, overlaps ${nameOf(later)}, ${when(later)}.`
}
