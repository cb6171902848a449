import type { PayloadRequest } from 'payload'
import { inTransaction } from '../../database/in-transaction.ts'
import { lockBookingOf } from '../../database/locks.ts'
import { changeVisit } from '../../steps/bookings/change-visit.ts'
import { idOf } from '../../domain/id-of.ts'
import { offersOf, updateOffer } from '../../steps/bookings/offers.ts'
import { settingsOf } from '../../steps/bookings/settings-of.ts'
import type { Appointment, AssignmentOffer } from '../../payload-types.ts'
import { announceBooking } from '../../steps/messages/announce-booking.ts'
import { freeForVisit } from '../../steps/scheduling/free-for-visit.ts'
import { offerFor } from './offer-for.ts'

/** The next free person who was not asked for this visit yet; null when there is none. */
const nextCandidate = async (
  req: PayloadRequest,
  { visit, asked, now }: { visit: Appointment; asked: AssignmentOffer[]; now: number },
): Promise<string | null> => {
  const { booking: rules } = await settingsOf(req)
  if (!rules.askNextCandidate || visit.method !== 'request') return null
  if (Date.parse(visit.start) <= now) return null
  const known = new Set(asked.map(({ fieldworker }) => idOf(fieldworker)))
  const free = await freeForVisit(req, visit, now)
  return free.find((id) => !known.has(id)) ?? null
}

/**
 * Ends an offer that nobody answered in time: the visit is without a person again, its time stays
 * reserved, and the next candidate is asked or the office alerted.
 * False when there is nothing to do any more; running it twice does it once.
 */
export const expireOffer = (
  req: PayloadRequest,
  { id, now }: { id: string; now: number },
): Promise<boolean> =>
  inTransaction(req, async () => {
    await lockBookingOf(req, 'assignment-offers', id)
    const offer = await offerFor(req, id)
    if (!offer || offer.state !== 'pending') return false
    if (!offer.respondBy || Date.parse(offer.respondBy) > now) return false
    const visit = await req.payload.findByID({
      collection: 'appointments',
      id: idOf(offer.appointment) ?? '',
      depth: 0,
      req,
      overrideAccess: true,
    })
    await updateOffer(req, id, { state: 'expired' })
    const offers = await offersOf(req, visit.id)
    const about = {
      bookingId: idOf(offer.booking) ?? '',
      appointmentIds: [visit.id],
      formerly: [{ appointment: visit.id, fieldworker: idOf(offer.fieldworker) ?? '' }],
    }
    const isLast = !offers.some(({ state }) => state === 'pending')
    if (!isLast || visit.acceptance !== 'pending') {
      await announceBooking(req, { ...about, effect: 'offer-expired' })
      return true
    }
    const command = { name: 'expire', reason: 'Not answered in time.' }
    await changeVisit({ req, id: visit.id, data: { acceptance: 'unassigned' }, command })
    const next = await nextCandidate(req, { visit, asked: offers, now })
    await announceBooking(req, { ...about, effect: next ? 'offer-expired' : 'visit-unanswered' })
    if (next) {
      const data = { fieldworker: next, method: 'request' as const }
      await changeVisit({ req, id: visit.id, data, command: { name: 'assign' } })
    }
    return true
  })
