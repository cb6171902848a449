import type { Payload, PayloadRequest } from 'payload'
import { databaseClock } from '../../database/database-clock.ts'
import { expiredOffers, overdueBookings, silentOffers } from '../../database/bookings/due-offers.ts'
import { settingsOf } from '../../steps/bookings/settings-of.ts'
import { alertOverdue } from '../../operations/bookings/alert-overdue.ts'
import { escalateOffer } from '../../operations/bookings/escalate-offer.ts'
import { expireOffer } from '../../operations/bookings/expire-offer.ts'
import { jobRequest } from '../messages/send-delivery.ts'

const hourMs = 3_600_000

/** Each in a transaction of its own; one that fails is tried again at the next tick. */
const each = async (
  payload: Payload,
  ids: string[],
  run: (req: PayloadRequest, id: string) => Promise<boolean>,
): Promise<number> => {
  let done = 0
  for (const id of ids) {
    try {
      done += Number(await run(await jobRequest(payload), id))
    } catch (error) {
      payload.logger.error({ err: error, msg: `follow-offers ${id}` })
    }
  }
  return done
}

/**
 * What time does to offers: they escalate, expire and go to the next candidate, and bookings that
 * begin unconfirmed raise an alert. Safe to run twice; returns how much was done.
 * `now` (epoch ms) is by the database's clock.
 */
export async function followOffers(
  payload: Payload,
  given: { now?: number } = {},
): Promise<number> {
  const req = await jobRequest(payload)
  const now = given.now ?? (await databaseClock(req))
  const { booking } = await settingsOf(req)
  const expired = await each(payload, await expiredOffers(req, now), (own, id) =>
    expireOffer(own, { id, now }),
  )
  const hours = booking.escalateAfterHours
  const silent = hours ? await silentOffers(req, now - hours * hourMs) : []
  const escalated = await each(payload, silent, escalateOffer)
  const overdue = await each(payload, await overdueBookings(req, now), (own, id) =>
    alertOverdue(own, { id, now }),
  )
  return expired + escalated + overdue
}
