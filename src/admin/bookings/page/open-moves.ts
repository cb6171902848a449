import { type Actor, may } from '../../../access/actor.ts'
import {
  approvalEvents,
  bookingEvents,
  needsReason,
} from '../../../domain/bookings/booking-events.ts'
import type { BookingCase } from '../../../domain/bookings/facts.ts'
import { isOpenEvent, openAmong } from '../../../domain/bookings/open-events.ts'
import { isOpenBooking } from '../../../domain/bookings/states.ts'
import type { BookingView } from './booking-view.ts'
import type { MoveName } from './moves.ts'

const order = ['confirm', 'reschedule', 'retime', 'complete', 'no-show', 'cancel'] as const

type Shown = Pick<BookingView, 'paused'> & { isRepeated: boolean }

const when = (isOpen: boolean, move: MoveName): MoveName[] => (isOpen ? [move] : [])

const moves = (actor: Actor, known: BookingCase, { paused, isRepeated }: Shown): MoveName[] => {
  const approval = approvalEvents(known)
  const mayEdit = may(actor, 'booking.edit')
  const mayRepeat = may(actor, 'booking.create') && !isRepeated && isOpenBooking(known.booking)
  return [
    ...when(isOpenEvent(approval, 'approve'), 'approve'),
    ...when(isOpenEvent(approval, 'reject'), 'reject-approval'),
    ...openAmong(bookingEvents(known), order),
    ...when(mayRepeat, 'repeat'),
    ...when(mayEdit && !(paused.email && paused.sms), 'pause-messages'),
    ...when(mayEdit && (paused.email || paused.sms), 'resume-messages'),
    ...when(may(actor, 'booking.delete'), 'delete'),
  ]
}

/** The moves that are open to the reader now, in order, and those that need a reason. */
export const openMoves = (
  actor: Actor,
  { known, ...shown }: Shown & { known: BookingCase },
): Pick<BookingView, 'moves' | 'needsReason'> => {
  const isDeleted = Boolean(known.booking.deletedAt)
  return {
    moves: isDeleted ? when(may(actor, 'booking.delete'), 'restore') : moves(actor, known, shown),
    needsReason: needsReason(bookingEvents(known)),
  }
}
