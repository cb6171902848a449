import {
  approvalEvents,
  bookingEvents,
  customerGateEvents,
  needsReason,
} from '../../../domain/bookings/booking-events.ts'
import type { BookingCase } from '../../../domain/bookings/facts.ts'
import { isOpenEvent, openAmong } from '../../../domain/bookings/open-events.ts'
import { type RecordAct, whyNotAct } from '../../../domain/bookings/record-acts.ts'
import type { BookingView } from './booking-view.ts'
import type { MoveName } from './moves.ts'

const order = ['confirm', 'reschedule', 'retime', 'complete', 'no-show', 'cancel'] as const

type Shown = Pick<BookingView, 'paused'>

const when = (isOpen: boolean, move: MoveName): MoveName[] => (isOpen ? [move] : [])

const moves = (known: BookingCase, { paused }: Shown): MoveName[] => {
  const isOpen = (act: RecordAct) => whyNotAct(act, known) === null
  const approval = approvalEvents(known)
  return [
    ...when(isOpenEvent(approval, 'approve'), 'approve'),
    ...when(isOpenEvent(approval, 'reject'), 'reject-approval'),
    ...when(isOpenEvent(customerGateEvents(known), 'pass'), 'confirm-for-customer'),
    ...openAmong(bookingEvents(known), order),
    ...when(isOpen('repeat'), 'repeat'),
    ...when(isOpen('pause-messages') && !(paused.email && paused.sms), 'pause-messages'),
    ...when(isOpen('resume-messages') && (paused.email || paused.sms), 'resume-messages'),
    ...when(isOpen('delete'), 'delete'),
  ]
}

/** The moves that are open to the reader now, in order, and those that need a reason. */
export const openMoves = ({
  known,
  ...shown
}: Shown & { known: BookingCase }): Pick<BookingView, 'moves' | 'needsReason'> => {
  const isDeleted = Boolean(known.booking.deletedAt)
  return {
    moves: isDeleted ? when(whyNotAct('restore', known) === null, 'restore') : moves(known, shown),
    needsReason: needsReason(bookingEvents(known)),
  }
}
