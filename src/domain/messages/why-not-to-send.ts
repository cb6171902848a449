import { isDropped, isHeld, isLive, isOpenOffer } from '../bookings/states.ts'
import type { MessageEvent } from './events.ts'

type Visit = { id: string; status: string; acceptance: string; fieldworker: { id: string } | null }
type Offer = { id: string; appointment: string; fieldworker: string; state: string }

export type Present = {
  booking: { status: string; isDeleted: boolean; isPaused: boolean }
  /** The visit the message is about; null for messages about the whole booking. */
  visit: Visit | null
  offers: Offer[]
  offer: Offer | null
  /** Id of whoever would get it. */
  recipient: string
}

type Check = (present: Present) => string | null

const onlyIf =
  (isTrue: (present: Present) => boolean, reason: string): Check =>
  (present) =>
    isTrue(present) ? null : reason

const hasNoPart = ({ visit, offers, recipient }: Present): boolean =>
  (visit?.fieldworker?.id !== recipient || visit.status === 'rescheduled') &&
  !offers.some(
    (offer) =>
      offer.appointment === visit?.id && offer.fieldworker === recipient && isOpenOffer(offer),
  )

const isOffered = ({ booking, visit, offer }: Present): boolean =>
  isLive(booking) && isLive(visit ?? {}) && isOpenOffer(offer ?? {})

const checks: Partial<Record<MessageEvent, Check>> = {
  'booking-acknowledged': onlyIf(
    ({ booking }) => booking.status === 'pending',
    'The booking is no longer pending.',
  ),
  'booking-confirmed': onlyIf(
    ({ booking }) => booking.status === 'confirmed',
    'The booking is no longer confirmed.',
  ),
  'booking-retimed': onlyIf(({ booking }) => isLive(booking), 'The booking has ended.'),
  'booking-changed': onlyIf(({ booking }) => isLive(booking), 'The booking has ended.'),
  'booking-clock-kept': onlyIf(({ booking }) => isLive(booking), 'The booking has ended.'),
  'booking-cancelled': onlyIf(
    ({ booking }) => booking.status === 'cancelled',
    'The booking is not cancelled.',
  ),
  'booking-no-show': onlyIf(
    ({ booking }) => booking.status === 'no_show',
    'The booking is not a no-show.',
  ),
  'visit-offered': onlyIf(isOffered, 'The offer is no longer open.'),
  'offer-reminded': onlyIf(isOffered, 'The offer is no longer open.'),
  'accepted-on-behalf': onlyIf(
    ({ booking, visit, recipient }) =>
      isLive(booking) && isLive(visit ?? {}) && visit?.fieldworker?.id === recipient,
    'The visit is no longer theirs.',
  ),
  'declined-on-behalf': onlyIf(hasNoPart, 'The visit is theirs again.'),
  'visit-assigned': onlyIf(
    ({ booking, visit, recipient }) =>
      isLive(booking) && isLive(visit ?? {}) && visit?.fieldworker?.id === recipient,
    'The visit is no longer theirs.',
  ),
  'visit-retimed': onlyIf(
    (present) => isLive(present.booking) && isLive(present.visit ?? {}) && !hasNoPart(present),
    'The visit is no longer theirs.',
  ),
  'visit-cancelled': onlyIf(
    ({ booking, visit }) =>
      booking.isDeleted || booking.status === 'cancelled' || visit?.status === 'cancelled',
    'The visit is not cancelled.',
  ),
  'offer-withdrawn': onlyIf(hasNoPart, 'The visit is theirs again.'),
  'offer-escalated': onlyIf(
    ({ visit }) => visit?.acceptance === 'pending',
    'The offer has been answered.',
  ),
  'visit-unanswered': onlyIf(
    ({ booking, visit }) => isLive(booking) && visit?.acceptance === 'unassigned',
    'Someone else is coming.',
  ),
  'booking-overdue': onlyIf(
    ({ booking }) => booking.status === 'pending',
    'The booking is no longer pending.',
  ),
  'series-booked': onlyIf(({ booking }) => isLive(booking), 'The booking has ended.'),
  'series-moved': onlyIf(({ booking }) => isLive(booking), 'The booking has ended.'),
  'series-visits': onlyIf((present) => !hasNoPart(present), 'The visits are no longer theirs.'),
  'customer-waits': onlyIf(({ booking }) => isLive(booking), 'The booking has ended.'),
  'offer-declined': onlyIf(
    ({ booking, visit }) =>
      isLive(booking) &&
      isLive(visit ?? {}) &&
      (visit?.acceptance === 'declined' || visit?.acceptance === 'unassigned'),
    'Someone else is coming.',
  ),
}

type Paused = { isEmailPaused: boolean; isSmsPaused: boolean }

/** Whether the office has paused a message: only those to the customer, e-mail and SMS apart. */
export const isPaused = (
  { channel, recipientKind }: { channel: string; recipientKind: string },
  { isEmailPaused, isSmsPaused }: Paused,
): boolean =>
  recipientKind === 'customer' &&
  ((channel === 'email' && isEmailPaused) || (channel === 'sms' && isSmsPaused))

/**
 * Why a message about a booking must not leave any more; null when it may. Asked at
 * send time, so that nothing stale goes out however long it waited.
 */
export const whyNotToSend = (event: MessageEvent, present: Present): string | null => {
  if (present.booking.isPaused) return 'Messages to the customer of this booking are paused.'
  if (present.booking.isDeleted && event !== 'visit-cancelled') return 'The booking is deleted.'
  return checks[event]?.(present) ?? null
}

/**
 * Whether a person's own calendar shows a visit: what they hold and is confirmed, and not what they
 * are only asked for. A visit that took place or was missed stays.
 */
export const isOnCalendar = ({
  booking,
  visit,
  recipient,
}: Pick<Present, 'booking' | 'recipient' | 'visit'>): boolean => {
  if (!visit || booking.isDeleted || visit.fieldworker?.id !== recipient) return false
  return isHeld(visit) && !isDropped(booking) && !isDropped(visit) && visit.status !== 'pending'
}
