import { type SQL, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import type { PersonFacts } from '../../domain/messages/effect-facts.ts'
import { firstCompany } from '../../domain/records/first-company.ts'
import { statement } from '../statement.ts'

export type StoredVisit = {
  id: string
  version: number
  service: string | null
  start: string
  end: string
  timezone: string
  status: string
  acceptance: string | null
  fieldworker: PersonFacts | null
  offers: { id: string; person: PersonFacts }[]
}

/** What is stored about a booking that an effect may speak of. */
export type StoredEffectFacts = {
  booking: { id: string; number: string; version: number; status: string }
  customer: { id: string; name: string; email: string | null; phone: string | null }
  locale: string
  visits: StoredVisit[]
  people: PersonFacts[]
  dispatchers: string[]
}

const { placeholder } = sql

const person = (row: string) => sql`json_build_object('id', ${sql.raw(row)}.id,
  'name', ${sql.raw(row)}.name, 'user', ${sql.raw(row)}_user.id,
  'hasEmail', coalesce(${sql.raw(row)}.email, ${sql.raw(row)}_user.email) is not null)`

// Either side may hold the relation; the profile's wins.
const userOf = (row: string) => sql`left join lateral (
  select id, email from users
  where active is not false
    and (id = ${sql.raw(row)}.user_id or fieldworker_id = ${sql.raw(row)}.id)
  order by id = ${sql.raw(row)}.user_id desc nulls last limit 1) ${sql.raw(row)}_user on true`

/**
 * The facts for effects on some bookings in one statement: the named visits (all of theirs by
 * default) with their open offers (only the named ones where given), the named people, who
 * dispatches. Bookings that are not there are left out.
 */
export async function readEffectFacts(
  req: PayloadRequest,
  options: {
    bookingIds: string[]
    appointmentIds: string[] | null
    offerIds: string[] | null
    people: string[]
  },
): Promise<StoredEffectFacts[]> {
  const list = (ids: string[] | null) => (ids ? JSON.stringify(ids) : null)
  const { bookingIds } = options
  const [only] = bookingIds
  const asked = {
    visits: list(options.appointmentIds),
    offers: list(options.offerIds),
    people: JSON.stringify(options.people),
  }
  const rows =
    only && bookingIds.length === 1
      ? await readFactsOfOne(req, { ...asked, booking: only })
      : await readFactsOfAll(req, { ...asked, bookings: `{${bookingIds.join(',')}}` })
  return rows.map(({ facts }) => facts)
}

type Asked = { visits: string | null; offers: string | null; people: string }
type Row = { facts: StoredEffectFacts }

const factsOf = (bookings: SQL): SQL => sql`select json_build_object(
      'booking', json_build_object('id', booking.id, 'number', coalesce(booking.number, ''),
        'version', coalesce(booking.version, 0), 'status', booking.status),
      'customer', json_build_object('id', customer.id, 'name', customer.name,
        'email', ${customerEmail}, 'phone', coalesce(customer.phone, booking.customer_snapshot_phone)),
      'locale', coalesce((select locale from company limit 1), ${firstCompany.locale}),
      'visits', coalesce((select json_agg(json_build_object('id', visit.id,
          'version', coalesce(visit.version, 0), 'service', service.name, 'start', visit.start,
          'end', visit."end", 'timezone', coalesce(visit.timezone, booking.timezone, 'UTC'),
          'status', visit.status, 'acceptance', visit.acceptance,
          'fieldworker', case when holder.id is null then null else ${person('holder')} end,
          'offers', coalesce((select json_agg(json_build_object('id', offer.id,
              'person', ${person('asked')}) order by offer.id)
            from assignment_offers offer join fieldworkers asked on asked.id = offer.fieldworker_id
            ${userOf('asked')}
            where offer.appointment_id = visit.id and offer.state = 'pending'
              and (${placeholder('offers')}::jsonb is null or ${placeholder('offers')}::jsonb ? offer.id::text)), '[]'))
          order by visit.start, visit.id)
        from appointments visit
        left join services service on service.id = visit.service_id
        left join fieldworkers holder on holder.id = visit.fieldworker_id
        ${userOf('holder')}
        where visit.booking_id = booking.id
          and (${placeholder('visits')}::jsonb is null or ${placeholder('visits')}::jsonb ? visit.id::text)), '[]'),
      'people', coalesce((select json_agg(${person('known')}) from fieldworkers known
        ${userOf('known')}
        where ${placeholder('people')}::jsonb ? known.id::text), '[]'),
      'dispatchers', coalesce((select json_agg(account.id order by account.id) from users account
        where account.active is not false and account.kind = 'staff' and exists (
          select 1 from roles_permissions flag
          where flag.parent_id = account.role_id and flag.value = 'booking.assign')), '[]')
    ) as facts
    from bookings booking join customers customer on customer.id = booking.customer_id
    ${bookings}`

// The database plans a statement for one booking once; it would plan one for a list each time.
const readFactsOfOne = statement<Row, Asked & { booking: string }>('effect_facts_of_one', () =>
  factsOf(sql`where booking.id = ${placeholder('booking')}::uuid`),
)

const readFactsOfAll = statement<Row, Asked & { bookings: string }>('effect_facts_of_all', () =>
  factsOf(sql`where booking.id = any(${placeholder('bookings')}::uuid[])
    order by array_position(${placeholder('bookings')}::uuid[], booking.id)`),
)

/** The customer's address; made-up ones of people without e-mail give way to what they typed. */
export const customerEmail = sql`case when customer.email not like '%@no-email.invalid'
  then customer.email else nullif(booking.customer_snapshot_email, '') end`
