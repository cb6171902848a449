import { isLive } from '../../domain/bookings/states.ts'
import type { PayloadRequest } from 'payload'
import type { Claimed } from '../../database/messages/deliveries.ts'
import {
  readPerson,
  readSeriesBookings,
  readSender,
  type StoredBooking,
  type StoredOffer,
  type StoredPerson,
  type StoredSender,
  type StoredVisit,
} from '../../database/messages/message-facts.ts'
import { calendarParts } from '../../domain/messages/calendar-parts.ts'
import type { MessageFacts } from '../../domain/messages/facts.ts'
import { placeOfVisit } from '../../domain/messages/place-of-visit.ts'
import { render } from '../../domain/messages/render.ts'
import { smsOf } from '../../domain/messages/sms-of.ts'
import { templates } from '../../domain/messages/templates.ts'
import { isPaused, whyNotToSend } from '../../domain/messages/why-not-to-send.ts'
import { bookingInvites } from './booking-invites.ts'
import type { EmailAttachment } from '../../ports/email.ts'
import { bookingLinks } from './booking-links.ts'
import type { Composed } from './composed.ts'
import { senderAddress } from './sender-address.ts'

type Subject = { visit: StoredVisit | null; offer: StoredOffer | null }

const subjectOf = (
  { subjectType, subjectId, recipient }: Claimed,
  booking: StoredBooking,
): Subject => {
  const offer = booking.offers.find(({ id }) => id === subjectId) ?? null
  const visitId = subjectType === 'appointments' ? subjectId : offer?.appointment
  const visit = booking.visits.find(({ id }) => id === visitId) ?? null
  const declined = booking.offers.findLast(
    (candidate) => candidate.appointment === visitId && candidate.state === 'declined',
  )
  const own = booking.offers.findLast(
    (candidate) => candidate.appointment === visitId && candidate.fieldworker === recipient,
  )
  return { visit, offer: offer ?? own ?? declined ?? null }
}

const recipientOf = async (
  req: PayloadRequest,
  { recipientKind, recipient }: Claimed,
  { customer }: StoredBooking,
): Promise<(StoredPerson & { phone: string | null }) | null> => {
  if (recipientKind === 'customer') {
    return { ...customer, isActive: true, seesAddress: true }
  }
  const collection = recipientKind === 'staff' ? 'users' : 'fieldworkers'
  const person = await readPerson(req, collection, recipient)
  return person && { ...person, phone: null }
}

/** Nobody needs the street of a visit that is not theirs. */
const withoutStreet: ReadonlySet<string> = new Set([
  ...['declined-on-behalf', 'offer-reminded', 'visit-offered'],
])

const isShown = (visit: StoredVisit, booking: StoredBooking) =>
  isLive(visit) || visit.status === booking.status

type About = {
  booking: StoredBooking
  visit: StoredVisit | null
  delivery: Claimed
  person: StoredPerson
  sender: StoredSender
}

/** A visit as the reader of a message may know it. */
const visitFacts = (
  { service, start, end, timezone, ...visit }: StoredVisit,
  { delivery, person, sender }: Omit<About, 'booking' | 'visit'>,
) => {
  const { event, recipientKind } = delivery
  const seesPerson =
    recipientKind !== 'fieldworker' && (recipientKind !== 'customer' || sender.showFieldworker)
  const isCertain = visit.acceptance !== 'pending'
  const isWhole = person.seesAddress && !withoutStreet.has(event)
  return {
    ...{ service, start, end, timezone },
    place: placeOfVisit(visit, { isWhole }),
    fieldworker: seesPerson && isCertain ? (visit.fieldworker?.name ?? null) : null,
  }
}

const bookingFacts = ({
  booking,
  visit,
  ...reader
}: About): NonNullable<MessageFacts['booking']> => {
  const { delivery } = reader
  const isCustomer = delivery.recipientKind === 'customer'
  const visits = visit ? [visit] : booking.visits.filter((one) => isShown(one, booking))
  const shown = (one: StoredVisit) => visitFacts(one, reader)
  return {
    number: booking.number,
    customer: booking.customer.name,
    visits: visits.map(shown),
    cancelled: booking.visits
      .filter(({ id, status }) => status === 'cancelled' && delivery.visits?.includes(id))
      .map(shown),
    total:
      isCustomer && booking.total > 0
        ? { amount: booking.total, currency: booking.currency }
        : null,
    fee:
      isCustomer && booking.feeAmount
        ? { amount: booking.feeAmount, currency: booking.currency }
        : null,
    comment: isCustomer ? booking.comment : null,
    notes: booking.notes,
    series: booking.series,
  }
}

/** What a message to the customer brings for their calendar: a file for each visit it speaks of. */
const calendarFiles = async (
  req: PayloadRequest,
  {
    delivery,
    booking,
    sender,
    from,
    now,
  }: {
    delivery: Claimed
    booking: StoredBooking
    sender: StoredSender
    from: string
    now: number
  },
): Promise<EmailAttachment[]> => {
  const parts = delivery.recipientKind === 'customer' ? calendarParts[delivery.event] : undefined
  if (!parts) return []
  const { series } = booking
  const bookings =
    parts.of === 'series' && series ? await readSeriesBookings(req, series.id) : [booking]
  const host = new URL(req.payload.config.serverURL).hostname
  return bookingInvites(bookings, { parts, sender, from, host, now })
}

/** A message about a booking in its present state, or the reason why none must leave any more. */
export async function composeBookingMessage(
  req: PayloadRequest,
  delivery: Claimed,
  booking: StoredBooking,
  now: number,
): Promise<Composed> {
  const { event, channel, recipient } = delivery
  if (event === 'calendar-event') return { kind: 'drop', reason: 'It is for a calendar only.' }
  const { visit, offer } = subjectOf(delivery, booking)
  if (delivery.subjectType !== 'bookings' && !visit) {
    return { kind: 'drop', reason: 'The visit is gone.' }
  }
  const present = {
    booking: { ...booking, isPaused: isPaused(delivery, booking) },
    visit,
    offers: booking.offers,
    offer,
    recipient,
  }
  const reason = whyNotToSend(event, present)
  if (reason) return { kind: 'drop', reason }
  const person = await recipientOf(req, delivery, booking)
  const to = channel === 'sms' ? person?.phone : person?.email
  if (!person?.isActive || !to) return { kind: 'drop', reason: 'There is no one to send it to.' }
  const sender = await readSender(req)
  const draft = templates[event]({
    company: sender,
    recipient: person.name,
    booking: bookingFacts({ booking, visit, delivery, person, sender }),
    offer,
    links: await bookingLinks(req, { delivery, booking, visit, sender, now }),
    linkExpiresAt: null,
  })
  if (channel === 'sms') return { kind: 'sms', message: { to, body: smsOf(draft) } }
  const { from, address } = senderAddress(req.payload, sender)
  const asked = { delivery, booking, sender, from: address, now }
  const attachments = await calendarFiles(req, asked)
  const replyTo = sender.email ? { replyTo: sender.email } : {}
  return { kind: 'email', message: { from, to, ...replyTo, ...render(draft, sender), attachments } }
}
