import type { PayloadRequest } from 'payload'
import type { Claimed } from '../../database/messages/deliveries.ts'
import type { StoredBooking } from '../../database/messages/message-facts.ts'
import { readPerson } from '../../database/messages/message-facts.ts'
import { placeOfVisit } from '../../domain/messages/place-of-visit.ts'
import { isOnCalendar } from '../../domain/messages/why-not-to-send.ts'
import type { Composed } from './composed.ts'

/** The event a person's calendar should now show of a visit, or that it should show none. */
export async function composeCalendar(
  req: PayloadRequest,
  { subjectId, recipient }: Claimed,
  booking: StoredBooking,
): Promise<Composed> {
  const key = `${subjectId}:${recipient}`
  const visit = booking.visits.find(({ id }) => id === subjectId) ?? null
  const state = { ...booking, isPaused: false }
  const isShown = isOnCalendar({ booking: state, visit, recipient })
  if (!visit || !isShown) return { kind: 'remove', fieldworker: recipient, key }
  const person = await readPerson(req, 'fieldworkers', recipient)
  if (!person) return { kind: 'drop', reason: 'The fieldworker is gone.' }
  const link = new URL(`/field/visits/${visit.id}`, req.payload.config.serverURL).href
  return {
    kind: 'upsert',
    fieldworker: recipient,
    event: {
      key,
      title: `${visit.service} - ${booking.customer.name}`,
      description: [`Booking ${booking.number}`, booking.notes, link].filter(Boolean).join('\n'),
      location: placeOfVisit(visit, { isWhole: person.seesAddress }),
      start: new Date(visit.start).toISOString(),
      end: new Date(visit.end).toISOString(),
      timezone: visit.timezone,
    },
  }
}
