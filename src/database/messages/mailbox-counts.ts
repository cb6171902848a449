import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import type { DeliveryRow } from '../../domain/messages/events.ts'
import { mailboxOf } from '../../domain/messages/mailbox-cap.ts'
import { requestCounts } from '../constraints/request-counts-table.ts'
import { query } from '../query.ts'
import { customerEmail } from './effect-facts.ts'

type Addressed = Pick<
  DeliveryRow,
  'booking' | 'key' | 'recipient' | 'recipientKind' | 'subjectType'
>

/** Where a new message to a customer or an account goes; null where it goes nowhere. */
export const addressOf = async (
  req: PayloadRequest,
  { booking, key, recipient, recipientKind, subjectType }: Addressed,
): Promise<string | null> => {
  const asked =
    recipientKind === 'account'
      ? sql`select email as address from ${sql.identifier(subjectType)} where id = ${recipient}`
      : sql`select coalesce(${customerEmail}, customer.phone, booking.customer_snapshot_phone)
            as address
          from bookings booking join customers customer on customer.id = booking.customer_id
          where booking.id = ${booking ?? null}`
  const [row] = await query<{ address: string | null }>(
    req,
    sql`${asked} and not exists (select from deliveries where key = ${key})`,
  )
  return row?.address ?? null
}

const keyOf = (address: string): string =>
  `mailbox:${createHash('sha256').update(mailboxOf(address)).digest('hex').slice(0, 32)}`

const now = sql`(extract(epoch from now()) * 1000)::bigint`
const hourMs = 3_600_000

/**
 * Counts one message more to a mailbox, in the request's transaction; false, and not counted, where
 * it has had as many as `most` this hour.
 */
export const countMail = async (
  req: PayloadRequest,
  { address, most }: { address: string; most: number },
): Promise<boolean> => {
  const counts = sql.identifier(requestCounts)
  const isOver = sql`kept.expire <= ${now}`
  const rows = await query(
    req,
    sql`insert into ${counts} as kept (key, points, expire)
        values (${keyOf(address)}, 1, ${now} + ${hourMs})
      on conflict (key) do update set
        points = case when ${isOver} then 1 else kept.points + 1 end,
        expire = case when ${isOver} then excluded.expire else kept.expire end
      where ${isOver} or kept.points < ${most}
      returning points`,
  )
  return rows.length > 0
}
