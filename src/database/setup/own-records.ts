import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { ownKinds, type OwnKind, type OwnRecords } from '../../domain/setup/may-start.ts'
import { query } from '../query.ts'

/** Records that are named. */
const most = 3

const named: Record<OwnKind, string> = {
  customers: 'name from customers r where deleted_at is null',
  fieldworkers: 'name from fieldworkers r where deleted_at is null',
  services: 'name from services r where deleted_at is null',
  areas: 'name from areas r where true',
  locations: 'name from locations r where deleted_at is null',
  bookings: 'number as name from bookings r where deleted_at is null',
  'api-keys': 'name from api_keys r where true',
  media: 'filename as name from media r where true',
}

/** Bookings of the demo's customers are tried out, not meant. */
const madeAt = (kind: OwnKind) =>
  kind === 'bookings'
    ? '(select c.created_at from customers c where c.id = r.customer_id)'
    : 'r.created_at'

const countOf = (kind: OwnKind) => sql`select ${kind}::text as kind, count(*)::int as count,
    coalesce((array_agg(name order by at))[1:${sql.raw(String(most))}], '{}') as names
  from (select ${sql.raw(`${madeAt(kind)} as at, ${named[kind]}`)}) as record
  where at > `

/** What has been made after `since`, or at all, of the kinds that make a company one's own. */
export const ownRecords = async (
  req: PayloadRequest,
  since: Date | null,
): Promise<OwnRecords[]> => {
  const after = since?.toISOString() ?? '-infinity'
  const counts = ownKinds.map((kind) => sql`(${countOf(kind)} ${after}::timestamptz)`)
  const rows = await query<OwnRecords>(req, sql.join(counts, sql` union all `))
  return rows.filter(({ count }) => count > 0)
}
