import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { tableOf } from '../locks.ts'
import { query } from '../query.ts'

/** What stays: who signs in, what roles may do, what has happened, and the framework's own. */
const kept = new Set(['audit-events', 'roles', 'users'])

/** Collections that refer to others by what may not be empty, before those that they refer to. */
const referring = [
  'assignment-offers',
  'comments',
  'appointments',
  'booking-lines',
  'bookings',
  'series',
  'contacts',
  'properties',
  'occupancies',
]

/** Facts that follow from the data and that no collection has. */
const derived = ['fruitless_searches', 'route_proposals']

const tablesOf = ({ collections, globals }: PayloadRequest['payload']['config']): string[] => {
  const slugs = collections.map(({ slug }) => slug).filter((slug) => !slug.startsWith('payload-'))
  const rest = slugs.filter((slug) => !kept.has(slug) && !referring.includes(slug))
  return [...referring, ...rest, ...globals.map(({ slug }) => slug)].map(tableOf).concat(derived)
}

/**
 * Deletes everything that a company has but its roles, its history and the accounts that are not
 * part of the demo of `since`; `keep` stays in any case. In the caller's transaction.
 */
export const emptyCompany = async (
  req: PayloadRequest,
  { keep, since }: { keep: string; since: Date },
): Promise<void> => {
  for (const table of tablesOf(req.payload.config)) {
    await query(req, sql`delete from ${sql.identifier(table)}`)
  }
  await query(
    req,
    sql`delete from users where id <> ${keep}
      and (created_at <= ${since.toISOString()} or kind = 'fieldworker')`,
  )
}
