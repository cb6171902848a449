import type { PayloadRequest } from 'payload'
import type { Claimed } from '../../database/deliveries.ts'
import { readMessageBooking } from '../../database/message-facts.ts'
import type { CalendarEvent } from '../../ports/calendar.ts'
import type { EmailMessage } from '../../ports/email.ts'
import type { SmsMessage } from '../../ports/sms.ts'
import { composeAccountMail } from './compose-account-mail.ts'
import { composeBookingMessage } from './compose-booking-message.ts'
import { composeCalendar } from './compose-calendar.ts'

/** What a delivery comes to at the moment it is sent. */
export type Composed =
  | { kind: 'drop'; reason: string }
  | { kind: 'email'; message: EmailMessage }
  | { kind: 'sms'; message: SmsMessage }
  | { kind: 'upsert'; fieldworker: string; event: CalendarEvent }
  | { kind: 'remove'; fieldworker: string; key: string }

const drop = (reason: string): Composed => ({ kind: 'drop', reason })

/**
 * Reads the present state of a delivery's subject and says what to send now, if anything (CM-11).
 * `now` in epoch ms.
 */
export async function composeDelivery(
  req: PayloadRequest,
  delivery: Claimed,
  now: number,
): Promise<Composed> {
  if (delivery.recipientKind === 'account') return composeAccountMail(req, delivery, now)
  if (!delivery.booking) return drop('It names no booking.')
  const booking = await readMessageBooking(req, delivery.booking)
  if (!booking) return drop('The booking is gone.')
  if (delivery.channel === 'calendar') return composeCalendar(req, delivery, booking)
  return composeBookingMessage(req, delivery, booking, now)
}
