import type { PayloadRequest } from 'payload'
import type { Claimed } from '../../database/messages/deliveries.ts'
import type {
  StoredBooking,
  StoredSender,
  StoredVisit,
} from '../../database/messages/message-facts.ts'
import type { MessageFacts } from '../../domain/messages/facts.ts'
import { mintLink } from './mint-link.ts'

const dayMs = 86_400_000

const cancellable = new Set([
  'booking-acknowledged',
  'booking-changed',
  'booking-confirmed',
  'booking-retimed',
])

/** Messages about a visit that its reader has. */
const theirs: ReadonlySet<string> = new Set([
  ...['accepted-on-behalf', 'visit-assigned', 'visit-retimed'],
])

type About = {
  delivery: Claimed
  booking: StoredBooking
  visit: StoredVisit | null
  sender: StoredSender
  now: number
}

/** The links a message offers its reader; those of customers are minted for it. */
export async function bookingLinks(
  req: PayloadRequest,
  { delivery, booking, visit, sender, now }: About,
): Promise<MessageFacts['links']> {
  const page = (path: string) => new URL(path, req.payload.config.serverURL).href
  if (delivery.recipientKind === 'staff') {
    return { open: page(`/admin/collections/bookings/${booking.id}`) }
  }
  if (delivery.recipientKind === 'fieldworker') {
    return {
      open: page(theirs.has(delivery.event) && visit ? `/field/visits/${visit.id}` : '/field'),
    }
  }
  const subject = { subjectType: 'bookings', subjectId: booking.id }
  const ends = Math.max(now, Date.parse(booking.endsAt ?? '') || now)
  const view = await mintLink(req, {
    ...subject,
    purpose: 'view',
    expiresAt: ends + 30 * dayMs,
    maxUses: 1000,
  })
  const starts = Date.parse(booking.startsAt ?? '')
  if (!cancellable.has(delivery.event) || !(starts > now)) return { view }
  const until = { ...subject, expiresAt: starts }
  return {
    view,
    ...(sender.mayReschedule && {
      reschedule: await mintLink(req, { ...until, purpose: 'reschedule' }),
    }),
    ...(sender.mayCancel && { cancel: await mintLink(req, { ...until, purpose: 'cancel' }) }),
  }
}
