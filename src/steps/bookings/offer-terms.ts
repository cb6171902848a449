import type { PayloadRequest } from 'payload'
import type { Command } from '../../contracts/bookings/command.ts'
import { respondByOf } from '../../domain/bookings/offers.ts'
import type { Appointment, AssignmentOffer } from '../../payload-types.ts'
import { idOf } from '../../domain/id-of.ts'
import { settingsOf } from './settings-of.ts'

type Terms = { hours: number; message: string | null; now: number }

/** What holds for all offers that one command makes: how long there is to answer, and a word. */
export const offerTerms = async (
  req: PayloadRequest,
  { respondWithinHours, message }: Command,
): Promise<Terms> => {
  const { booking } = await settingsOf(req)
  const hours = respondWithinHours ?? booking.respondWithinHours ?? 24
  return { hours, message: message ?? null, now: Date.now() }
}

/** The last of a visit's offers that went to a person. */
export const lastTo = (fieldworker: string, offers: AssignmentOffer[]) =>
  offers.findLast((offer) => idOf(offer.fieldworker) === fieldworker)

/** What differs from the visit that the person was asked about before. */
export const sinceOffer = (visit: Appointment, previous: AssignmentOffer | undefined) => {
  const before = (previous?.changes as { visit?: Record<string, unknown> } | null)?.visit
  const now = { start: visit.start, end: visit.end, address: idOf(visit.address) }
  const changed = Object.entries(now).filter(([key, value]) => before && before[key] !== value)
  return { visit: now, changed: Object.fromEntries(changed) }
}

/** An open offer of a visit to one person; it is to be answered before the visit starts. */
export const offerTo = (
  fieldworker: string,
  {
    visit,
    previous,
    hours,
    message,
    now,
  }: Terms & { visit: Appointment; previous?: AssignmentOffer | undefined },
): Partial<AssignmentOffer> => {
  const respondBy = respondByOf({ now, hours, start: Date.parse(visit.start) })
  return {
    appointment: visit.id,
    booking: idOf(visit.booking),
    fieldworker,
    mode: idOf(visit.fieldworker) ? 'request' : 'broadcast',
    state: 'pending',
    sentAt: new Date(now).toISOString(),
    respondBy: new Date(respondBy).toISOString(),
    message,
    previous: previous?.id ?? null,
    changes: sinceOffer(visit, previous),
  }
}
