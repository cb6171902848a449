import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import type { ZoneRules } from '../domain/scheduling/zone-rules.ts'
import { query } from './query.ts'

const zone = sql`coalesce(visit.timezone, booking.timezone, 'UTC')`
const toCome = (now: number) => sql`appointments visit
  join bookings booking on booking.id = visit.booking_id and booking.deleted_at is null
  where visit.status in ('pending', 'confirmed') and visit.start > ${new Date(now).toISOString()}`

/** Zones in which visits are to come, with the rules last seen of them, and when that was. */
export const readZoneRules = (
  req: PayloadRequest,
  now: number,
): Promise<{ zone: string; rules: ZoneRules | null; seenAt: string | null }[]> =>
  query(
    req,
    sql`select used.zone, kept.rules, kept.seen_at::text as "seenAt" from (select distinct ${zone} as zone from ${toCome(now)}) used
      left join zone_rules kept on kept.zone = used.zone order by used.zone`,
  )

export const writeZoneRules = async (
  req: PayloadRequest,
  of: { zone: string; rules: ZoneRules },
): Promise<void> => {
  await query(
    req,
    sql`insert into zone_rules (zone, rules) values (${of.zone}, ${JSON.stringify(of.rules)}::jsonb)
      on conflict (zone) do update set rules = excluded.rules, seen_at = now()`,
  )
}

export type VisitToCome = {
  id: string
  booking: string
  number: string
  service: string
  /** Epoch ms. */
  start: number
}

/** Visits of a zone that are to come and were made by `madeBy` (ISO), soonest first. */
export const visitsToCome = (
  req: PayloadRequest,
  of: { zone: string; now: number; madeBy: string },
): Promise<VisitToCome[]> =>
  query(
    req,
    sql`select visit.id, booking.id as booking, coalesce(booking.number, '') as number,
        coalesce((select name from services where id = visit.service_id), 'Visit') as service,
        (extract(epoch from visit.start) * 1000)::float8 as start
      from ${toCome(of.now)} and ${zone} = ${of.zone}
        and visit.created_at <= ${of.madeBy}::timestamptz order by visit.start, visit.id`,
  )
