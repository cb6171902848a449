import { heldList, liveList } from './state-lists.ts'
import { type SQL, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '../query.ts'

export type StoredVisit = {
  id: string
  booking: { id: string; number: string; status: string }
  service: string
  questions: { key: string; label: string }[]
  answers: Record<string, unknown> | null
  start: string
  end: string
  timezone: string
  status: string
  acceptance: string
  progress: string
  /** Whose visit it is. */
  fieldworker: string | null
  place: string | null
  address: {
    line1: string | null
    line2: string | null
    suburb: string | null
    postcode: string | null
    lat: number | null
    lng: number | null
    accessNotes: string | null
  } | null
  customer: { name: string | null; phone: string | null }
  notes: string | null
  outcomeNotes: string | null
  actualStart: string | null
  actualEnd: string | null
  total: number | null
  currency: string | null
}

export type StoredOffer = {
  id: string
  mode: string
  respondBy: string | null
  sentAt: string | null
  visit: StoredVisit
}

const visit = sql`json_build_object('id', visit.id,
  'booking', json_build_object('id', booking.id, 'number', booking.number, 'status', booking.status),
  'service', coalesce(service.name, 'Visit'),
  'questions', coalesce((select json_agg(json_build_object('key', asked.key, 'label', asked.label)
      order by asked._order) from services_questions asked where asked._parent_id = service.id), '[]'),
  'answers', coalesce(line.answers, booking.answers),
  'start', visit.start, 'end', visit."end",
  'timezone', coalesce(visit.timezone, booking.timezone, 'UTC'),
  'status', visit.status, 'acceptance', visit.acceptance, 'progress', visit.progress,
  'fieldworker', visit.fieldworker_id,
  'place', coalesce(location.name, nullif(concat_ws(' ', address.suburb, address.postcode), '')),
  'address', case when address.id is null then null else json_build_object(
    'line1', address.line1, 'line2', address.line2, 'suburb', address.suburb,
    'postcode', address.postcode, 'lat', address.coordinates_lat, 'lng', address.coordinates_lng,
    'accessNotes', address.access_notes) end,
  'customer', json_build_object('name', booking.customer_snapshot_name,
    'phone', booking.customer_snapshot_phone),
  'notes', booking.notes_customer, 'outcomeNotes', visit.outcome_notes,
  'actualStart', visit.actual_start, 'actualEnd', visit.actual_end,
  'total', line.total_amount::bigint, 'currency', booking.totals_currency)`

const joined = sql`appointments visit
  join bookings booking on booking.id = visit.booking_id and booking.deleted_at is null
  left join booking_lines line on line.id = visit.line_id
  left join services service on service.id = visit.service_id
  left join locations location on location.id = coalesce(visit.location_id, booking.location_id)
  left join addresses address on address.id = coalesce(visit.address_id, booking.address_id)`

const mine = (fieldworker: string): SQL =>
  sql`visit.fieldworker_id = ${fieldworker} and visit.acceptance <> 'declined'`

/** A fieldworker's visits that touch the span, in order, in one statement. */
export async function readVisits(
  req: PayloadRequest,
  { fieldworker, from, to }: { fieldworker: string; from: string; to: string },
): Promise<StoredVisit[]> {
  const rows = await query<{ visit: StoredVisit }>(
    req,
    sql`select ${visit} as visit from ${joined}
      where ${mine(fieldworker)} and visit.status <> 'rescheduled'
        and visit.start < ${to} and visit."end" > ${from}
      order by visit.start limit 500`,
  )
  return rows.map((row) => row.visit)
}

/** A fieldworker's confirmed visits that were over before an instant, or begun, and not finished. */
export async function readUnfinished(
  req: PayloadRequest,
  { fieldworker, before }: { fieldworker: string; before: string },
): Promise<StoredVisit[]> {
  const rows = await query<{ visit: StoredVisit }>(
    req,
    sql`select ${visit} as visit from ${joined}
      where ${mine(fieldworker)} and visit.status = 'confirmed'
        and visit.acceptance in ${heldList}
        and visit.progress <> 'finished' and visit."end" <= ${before}
      order by visit.start limit 100`,
  )
  return rows.map((row) => row.visit)
}

/** One visit that is theirs or offered to them; null for any other. */
export async function readVisit(
  req: PayloadRequest,
  { fieldworker, id }: { fieldworker: string; id: string },
): Promise<StoredVisit | null> {
  const [row] = await query<{ visit: StoredVisit }>(
    req,
    sql`select ${visit} as visit from ${joined}
      where visit.id = ${id} and (${mine(fieldworker)} or exists (
        select from assignment_offers offer where offer.appointment_id = visit.id
          and offer.fieldworker_id = ${fieldworker} and offer.state = 'pending'))`,
  )
  return row?.visit ?? null
}

/** The open offers of a fieldworker, the earliest visit first. */
export async function readOffers(req: PayloadRequest, fieldworker: string): Promise<StoredOffer[]> {
  return query<StoredOffer>(
    req,
    sql`select offer.id, offer.mode, offer.respond_by as "respondBy", offer.sent_at as "sentAt",
        ${visit} as visit
      from ${joined}
      join assignment_offers offer on offer.appointment_id = visit.id
      where offer.fieldworker_id = ${fieldworker} and offer.state = 'pending'
        and (offer.respond_by is null or offer.respond_by > now())
        and visit.status in ${liveList} and booking.status in ${liveList}
        and visit.progress = 'not_started'
      order by visit.start limit 200`,
  )
}
