import { liveList } from './state-lists.ts'
import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '../query.ts'

const batch = 200

const live = sql`offer.state = 'pending' and booking.deleted_at is null
  and booking.status in ${liveList}`

/** Open offers whose time to answer is over, longest first. */
export async function expiredOffers(req: PayloadRequest, now: number): Promise<string[]> {
  const rows = await query<{ id: string }>(
    req,
    sql`select offer.id from assignment_offers offer
      join bookings booking on booking.id = offer.booking_id
      where ${live} and offer.respond_by <= ${new Date(now).toISOString()}::timestamptz
      order by offer.respond_by, offer.id limit ${batch}`,
  )
  return rows.map(({ id }) => id)
}

/** Open offers made before `sentBefore` (epoch ms) of which the office was not told yet. */
export async function silentOffers(req: PayloadRequest, sentBefore: number): Promise<string[]> {
  const rows = await query<{ id: string }>(
    req,
    sql`select offer.id from assignment_offers offer
      join bookings booking on booking.id = offer.booking_id
      where ${live} and offer.escalated_at is null
        and offer.sent_at <= ${new Date(sentBefore).toISOString()}::timestamptz
      order by offer.sent_at, offer.id limit ${batch}`,
  )
  return rows.map(({ id }) => id)
}

/** Pending bookings whose first visit began within the last day without an alert. */
export async function overdueBookings(req: PayloadRequest, now: number): Promise<string[]> {
  const at = sql`${new Date(now).toISOString()}::timestamptz`
  const rows = await query<{ id: string }>(
    req,
    sql`select booking.id from bookings booking
      where booking.status = 'pending' and booking.deleted_at is null
        and booking.starts_at <= ${at} and booking.starts_at > ${at} - interval '1 day'
        and not exists (select 1 from notifications note
          where note.booking_id = booking.id and note.event = 'booking-overdue')
      order by booking.starts_at, booking.id limit ${batch}`,
  )
  return rows.map(({ id }) => id)
}
