import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import type { DeliveryRow } from '../../domain/messages/events.ts'
import { mailboxOf } from '../../domain/messages/mailbox-cap.ts'
import { requestCounts } from '../constraints/request-counts-table.ts'
import { query } from '../query.ts'
import { statement } from '../statement.ts'
import { emailOfBooking, phoneOfBooking } from './effect-facts.ts'

type Addressed = Pick<DeliveryRow, 'booking' | 'recipient' | 'recipientKind' | 'subjectType'>

/** Where a message to a customer or an account goes; null where it goes nowhere. */
export const addressOf = async (
  req: PayloadRequest,
  { booking, recipient, recipientKind, subjectType }: Addressed,
): Promise<string | null> => {
  const asked =
    recipientKind === 'account'
      ? sql`select email as address from ${sql.identifier(subjectType)} where id = ${recipient}`
      : sql`select coalesce(${emailOfBooking}, ${phoneOfBooking}) as address
          from bookings booking join customers customer on customer.id = booking.customer_id
          where booking.id = ${booking ?? null}`
  const [row] = await query<{ address: string | null }>(req, asked)
  return row?.address ?? null
}

const keyOf = (address: string): string =>
  `mailbox:${createHash('sha256').update(mailboxOf(address)).digest('hex').slice(0, 32)}`

const now = sql`(extract(epoch from now()) * 1000)::bigint`
const hourMs = 3_600_000

const isOver = sql`kept.expire <= ${now}`

const count = statement<unknown, { mailbox: string; message: string; most: number }>(
  'count_mail',
  () => sql`insert into ${sql.identifier(requestCounts)} as kept (key, points, expire)
      select ${sql.placeholder('mailbox')}::text, 1, ${now} + ${sql.raw(String(hourMs))}
      where not exists (select from deliveries where key = ${sql.placeholder('message')}::text)
    on conflict (key) do update set
      points = case when ${isOver} then 1 else kept.points + 1 end,
      expire = case when ${isOver} then excluded.expire else kept.expire end
    where ${isOver} or kept.points < ${sql.placeholder('most')}::integer
    returning points`,
)

/**
 * Counts one message more to a mailbox, in the request's transaction; false, and not counted, where
 * it has had as many as `most` this hour, and for a message (by its key) that was queued before.
 */
export const countMail = async (
  req: PayloadRequest,
  { address, message, most }: { address: string; message: string; most: number },
): Promise<boolean> => {
  const counted = await count(req, { mailbox: keyOf(address), message, most })
  return counted.length > 0
}
