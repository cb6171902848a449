import { type SQL, sql } from 'drizzle-orm'
import { liveList } from '../bookings/state-lists.ts'
import type { PayloadRequest } from 'payload'
import { phoneInWords } from '../../domain/people/phone.ts'
import { firstCompany } from '../../domain/records/first-company.ts'
import { companyCountry } from '../records/company-country.ts'
import { customerOfBooking } from './effect-facts.ts'
import { lineageRoot } from '../bookings/lineage-root.ts'
import { query } from '../query.ts'

export type StoredVisit = {
  id: string
  /** The visit that was booked first, before any move; itself where it never moved. */
  origin: string
  /** How often it moved to a visit in its place. */
  moves: number
  version: number
  service: string
  start: string
  end: string
  timezone: string
  status: string
  acceptance: string
  fieldworker: { id: string; name: string } | null
  address: string | null
  suburb: string | null
  location: string | null
}

export type StoredOffer = {
  id: string
  appointment: string
  fieldworker: string
  state: string
  respondBy: string | null
  message: string | null
  reason: string | null
}

export type StoredBooking = {
  id: string
  number: string
  version: number
  status: string
  isDeleted: boolean
  startsAt: string | null
  endsAt: string | null
  isEmailPaused: boolean
  isSmsPaused: boolean
  customer: { id: string; name: string; email: string | null; phone: string | null }
  total: number
  currency: string
  feeAmount: number | null
  /** Of a cancellation: written by or to the customer. The office’s own reason stays with the office. */
  comment: string | null
  notes: string | null
  series: {
    id: string
    summary: string
    occurrences: { start: string; end: string; timezone: string }[]
  } | null
  visits: StoredVisit[]
  offers: StoredOffer[]
}

export type StoredSender = {
  name: string
  phone: string | null
  email: string | null
  locale: string
  currency: string
  timezone: string
  fieldworkerLabel: string | null
  mayCancel: boolean
  mayReschedule: boolean
  showFieldworker: boolean
}

const line = (row: string, prefix: string) => sql`nullif(concat_ws(', ',
  nullif(${sql.raw(`${row}.${prefix}line1`)}, ''), nullif(${sql.raw(`${row}.${prefix}line2`)}, ''),
  nullif(concat_ws(' ', ${sql.raw(`${row}.${prefix}suburb`)}, ${sql.raw(`${row}.${prefix}region`)},
    ${sql.raw(`${row}.${prefix}postcode`)}), '')), '')`

const readBookings = async (req: PayloadRequest, condition: SQL): Promise<StoredBooking[]> => {
  const rows = await query<{ booking: StoredBooking }>(
    req,
    sql`select json_build_object('id', booking.id, 'number', coalesce(booking.number, ''),
      'version', coalesce(booking.version, 0)::int, 'status', booking.status,
      'isDeleted', booking.deleted_at is not null,
      'startsAt', booking.starts_at, 'endsAt', booking.ends_at,
      'isEmailPaused', coalesce(booking.comms_paused_email, false),
      'isSmsPaused', coalesce(booking.comms_paused_sms, false),
      'customer', ${customerOfBooking},
      'total', coalesce(booking.totals_total, 0)::bigint,
      'currency', coalesce(booking.totals_currency, (select currency from company limit 1), ${firstCompany.currency}),
      'feeAmount', case when booking.cancellation_fee_waived is true then null
        else booking.cancellation_fee_amount::bigint end,
      'comment', nullif(booking.cancellation_comment, ''),
      'notes', booking.notes_customer,
      'series', (select json_build_object('id', series.id, 'summary', coalesce(series.summary, ''),
          'occurrences', coalesce((select json_agg(json_build_object('start', one.starts_at,
              'end', one.ends_at, 'timezone', coalesce(one.timezone, 'UTC')) order by one.starts_at)
            from bookings one where one.series_id = series.id and one.deleted_at is null
              and one.status in ${liveList} and one.starts_at is not null), '[]'))
        from series where series.id = booking.series_id),
      'visits', coalesce((select json_agg(json_build_object('id', visit.id,
          'origin', first.id, 'moves', first.moves,
          'version', coalesce(visit.version, 0)::int, 'service', coalesce(service.name, 'Visit'),
          'start', visit.start, 'end', visit."end",
          'timezone', coalesce(visit.timezone, booking.timezone, 'UTC'), 'status', visit.status,
          'acceptance', visit.acceptance,
          'fieldworker', case when holder.id is null then null
            else json_build_object('id', holder.id, 'name', holder.name) end,
          'address', ${line('site', '')},
          'suburb', nullif(concat_ws(' ', site.suburb, site.postcode), ''),
          'location', nullif(concat_ws(', ', branch.name, ${line('branch', 'address_')}), ''))
          order by visit.start, visit.id)
        from appointments visit
        left join services service on service.id = visit.service_id
        left join fieldworkers holder on holder.id = visit.fieldworker_id
        left join addresses site on site.id = coalesce(visit.address_id, booking.address_id)
        left join locations branch on branch.id = coalesce(visit.location_id, booking.location_id)
        cross join ${lineageRoot} first
        where visit.booking_id = booking.id), '[]'),
      'offers', coalesce((select json_agg(json_build_object('id', offer.id,
          'appointment', offer.appointment_id, 'fieldworker', offer.fieldworker_id,
          'state', offer.state, 'respondBy', offer.respond_by, 'message', offer.message,
          'reason', offer.reason) order by offer.created_at, offer.id)
        from assignment_offers offer join appointments visit on visit.id = offer.appointment_id
        where visit.booking_id = booking.id), '[]')) as booking
    from bookings booking join customers customer on customer.id = booking.customer_id
    where ${condition} order by booking.starts_at, booking.id`,
  )
  return rows.map(({ booking }) => booking)
}

/** A booking as messages need it, in one statement; null when it is gone. */
export const readMessageBooking = async (
  req: PayloadRequest,
  id: string,
): Promise<StoredBooking | null> => {
  const [booking] = await readBookings(req, sql`booking.id = ${id}`)
  return booking ?? null
}

/** The bookings of a series as messages need them, the earliest first, in one statement. */
export const readSeriesBookings = (req: PayloadRequest, series: string): Promise<StoredBooking[]> =>
  readBookings(req, sql`booking.series_id = ${series} and booking.deleted_at is null`)

/** The business as the sender of a message, and what the portal allows. */
export async function readSender(req: PayloadRequest): Promise<StoredSender> {
  const [row] = await query<StoredSender>(
    req,
    sql`select coalesce(nullif(company.trading_name, ''), company.name, 'Fieldbook') as name,
      company.phone, company.email, company.fieldworker_label as "fieldworkerLabel", coalesce(company.locale, ${firstCompany.locale}) as locale,
      coalesce(company.currency, ${firstCompany.currency}) as currency, coalesce(company.timezone, 'UTC') as timezone,
      coalesce((select customers_may_cancel from portal_settings limit 1), true) as "mayCancel",
      coalesce((select customers_may_reschedule from portal_settings limit 1), false)
        as "mayReschedule",
      coalesce((select show_fieldworker_name from portal_settings limit 1), true) as "showFieldworker"
    from (select 1) one left join company on true limit 1`,
  )
  if (!row) throw new Error('The settings of the company could not be read.')
  return { ...row, phone: row.phone && phoneInWords(row.phone, await companyCountry(req)) }
}

export type StoredPerson = {
  name: string
  email: string | null
  isActive: boolean
  /** Users alone: whether the role shows whole addresses. */
  seesAddress: boolean
}

/** Name and address of somebody with an account or a profile; null when they are gone. */
export async function readPerson(
  req: PayloadRequest,
  collection: 'customers' | 'fieldworkers' | 'users',
  id: string,
): Promise<StoredPerson | null> {
  const statements = {
    customers: sql`select name, case when email like '%@no-email.invalid' then null else email end
      as email, active is not false and deleted_at is null as "isActive", true as "seesAddress"
      from customers where id = ${id}`,
    users: sql`select name, email, active is not false as "isActive", true as "seesAddress"
      from users where id = ${id}`,
    fieldworkers: sql`select person.name, coalesce(person.email, account.email) as email,
      person.active is not false and person.deleted_at is null as "isActive",
      exists (select 1 from roles_permissions flag where flag.parent_id = account.role_id
        and flag.value = 'own.see-full-address') as "seesAddress"
      from fieldworkers person
      left join lateral (select email, role_id from users
        where active is not false and (id = person.user_id or fieldworker_id = person.id)
        order by id = person.user_id desc nulls last limit 1) account on true
      where person.id = ${id}`,
  }
  const [row] = await query<StoredPerson>(req, statements[collection])
  return row ?? null
}
