import { type Actor, may } from '../../../access/actor.ts'
import { bookingEvents, needsReason } from '../../../domain/bookings/booking-events.ts'
import type { BookingCase } from '../../../domain/bookings/facts.ts'
import { openAmong } from '../../../domain/bookings/open-events.ts'
import { whyNotAct } from '../../../domain/bookings/record-acts.ts'

export type BulkMove =
  | 'accept'
  | 'assign'
  | 'label'
  | 'claim'
  | 'confirm'
  | 'complete'
  | 'cancel'
  | 'delete'

/** In the order in which the buttons stand. */
export const bulkMoves: readonly BulkMove[] = [
  ...(['accept', 'assign', 'label', 'claim', 'confirm', 'complete', 'cancel', 'delete'] as const),
]

const events = ['confirm', 'complete', 'cancel'] as const

/** What the reader may do with one of several bookings, as its own page says. */
export const bulkMovesOf = (
  actor: Actor,
  {
    known,
    isAssignable,
    isAcceptable,
  }: { known: BookingCase; isAssignable: boolean; isAcceptable: boolean },
): BulkMove[] => {
  const found = bookingEvents(known)
  const open = new Set<BulkMove>(openAmong(found, events))
  if (isAcceptable) open.add('accept')
  if (isAssignable && may(actor, 'booking.assign')) open.add('assign')
  if (!whyNotAct('claim', known)) open.add('claim').add('label')
  if (!whyNotAct('delete', known)) open.add('delete')
  return bulkMoves.filter((move) => open.has(move))
}

/** Whether confirming the booking overrules somebody, so that it takes a reason. */
export const isConfirmAsking = (known: BookingCase): boolean =>
  needsReason(bookingEvents(known)).includes('confirm')
