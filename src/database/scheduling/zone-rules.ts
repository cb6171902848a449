import { liveList } from '../bookings/state-lists.ts'
import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import type { ZoneRules } from '../../domain/scheduling/zone-rules.ts'
import { query } from '../query.ts'

/** The release of the time zone database that this process knows, such as `2026c`. */
export const knownRelease = process.versions['tz'] ?? ''

/** Keeps since when a release is in use; whoever starts first says so. */
export const noteRelease = 'insert into zone_releases (release) values ($1) on conflict do nothing'

/** Visits nobody has begun to work on, with the zone whose clock they were agreed by. */
export const visitZone = sql`coalesce(visit.timezone, booking.timezone, 'UTC')`
export const visitsAhead = (now: number) => sql`appointments visit
  join bookings booking on booking.id = visit.booking_id and booking.deleted_at is null
  where visit.status in ${liveList} and visit.progress = 'not_started'
    and visit.start > ${new Date(now).toISOString()}`

/** Absences that are not over, by the clock of whoever or whatever is away. */
export const absenceZone = sql`coalesce(person.timezone, place.timezone, 'UTC')`
export const absencesAhead = (now: number) => sql`unavailabilities absence
  left join fieldworkers person on person.id = absence.fieldworker_id
  left join locations place on place.id = absence.location_id
  where absence."end" > ${new Date(now).toISOString()}`

export type KeptRules = {
  zone: string
  /** As last seen; null for a zone that is new. */
  rules: ZoneRules | null
  /** The release they are of. */
  release: string | null
  /** What was agreed until then was agreed by them (ISO). */
  until: string | null
}

/** Zones in which something is to come, with the rules last seen of them. */
export const readZoneRules = (
  req: PayloadRequest,
  { now, release }: { now: number; release: string },
): Promise<KeptRules[]> =>
  query(
    req,
    sql`select used.zone, kept.rules, kept.release,
        (case when kept.release is null or kept.release = ${release} then kept.seen_at
          else coalesce((select since from zone_releases where release = ${release}), now())
          end)::text as until
      from (select ${visitZone} as zone from ${visitsAhead(now)}
        union select ${absenceZone} from ${absencesAhead(now)}) used
      left join zone_rules kept on kept.zone = used.zone order by used.zone`,
  )

export const writeZoneRules = async (
  req: PayloadRequest,
  { zone, rules, release }: { zone: string; rules: ZoneRules; release: string },
): Promise<void> => {
  await query(
    req,
    sql`insert into zone_rules (zone, rules, release)
      values (${zone}, ${JSON.stringify(rules)}::jsonb, ${release})
      on conflict (zone) do update
        set rules = excluded.rules, release = excluded.release, seen_at = now()`,
  )
}
