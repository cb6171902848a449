import type { PayloadRequest } from 'payload'
import { actorOf } from '../../access/actor.ts'
import { asCommand } from '../../access/command.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { lockRow } from '../../database/locks.ts'
import { assertMayCommand } from '../../domain/bookings/commands.ts'
import { toRemind, whyNotRemind } from '../../domain/bookings/reminders.ts'
import { errorOf } from '../../domain/domain-error.ts'
import { idOf } from '../../domain/id-of.ts'
import { offersOfEach, updateOffer } from '../../steps/bookings/offers.ts'
import { announceBooking } from '../../steps/messages/announce-booking.ts'
import { visitsOf } from '../../steps/bookings/visits-of.ts'
import { findBooking } from './find-booking.ts'

/**
 * Sends a reminder by email and in the app to everyone with an open offer of the booking, at most
 * once every ten minutes for each offer. Returns how many were reminded.
 * @throws {DomainError} not-allowed, not-found, transition-refused
 */
export const remindOffers = (req: PayloadRequest, id: string): Promise<number> =>
  inTransaction(req, async () => {
    assertMayCommand(await actorOf(req), 'remind', 'bookings')
    await findBooking(req, id)
    await lockRow(req, 'bookings', id)
    const visits = await visitsOf(req, id)
    const offers = [
      ...(
        await offersOfEach(
          req,
          visits.map((visit) => visit.id),
        )
      ).values(),
    ].flat()
    const now = Date.now()
    const why = whyNotRemind(offers, now)
    if (why) throw errorOf(why)
    const reminded = toRemind(offers, now)
    const remindedAt = new Date(now).toISOString()
    await asCommand(req, 'remind', async () => {
      for (const offer of reminded) await updateOffer(req, offer.id, { remindedAt })
    })
    await announceBooking(req, {
      effect: 'offer-reminded',
      bookingId: id,
      appointmentIds: reminded.map(({ appointment }) => idOf(appointment) ?? ''),
      offerIds: reminded.map((offer) => offer.id),
      again: remindedAt,
    })
    return reminded.length
  })
