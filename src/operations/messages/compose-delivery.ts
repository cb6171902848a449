import type { PayloadRequest } from 'payload'
import type { Claimed } from '../../database/messages/deliveries.ts'
import { readMessageBooking } from '../../database/messages/message-facts.ts'
import { composeAccountMail } from './compose-account-mail.ts'
import { composeBookingMessage } from './compose-booking-message.ts'
import { composeCalendar } from './compose-calendar.ts'
import type { Composed } from './composed.ts'

const drop = (reason: string): Composed => ({ kind: 'drop', reason })

/**
 * Reads the present state of a delivery's subject and says what to send now, if anything.
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
