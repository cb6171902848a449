import { type Actor, may } from '../../../access/actor.ts'
import { bookingEvents, needsReason } from '../../../domain/bookings/booking-events.ts'
import { mayCommand } from '../../../domain/bookings/commands.ts'
import type { BookingCase } from '../../../domain/bookings/facts.ts'
import { openAmong } from '../../../domain/bookings/open-events.ts'
import { whyNotAct } from '../../../domain/bookings/record-acts.ts'

export type BulkMove =
  | 'accept'
  | 'remind'
  | 'assign'
  | 'label'
  | 'claim'
  | 'confirm'
  | 'complete'
  | 'cancel'
  | 'delete'

/** In the order in which the buttons stand. */
export const bulkMoves: readonly BulkMove[] = [
  ...([
    'accept',
    'remind',
    'assign',
    'label',
    'claim',
    'confirm',
    'complete',
    'cancel',
    'delete',
  ] as const),
]

const events = ['confirm', 'complete', 'cancel'] as const

/** What the reader may do with one of several bookings, as its own page says. */
export const bulkMovesOf = (
  actor: Actor,
  {
    known,
    isAssignable,
    isAcceptable,
    isRemindable,
  }: {
    known: BookingCase
    isAssignable: boolean
    isAcceptable: boolean
    isRemindable: boolean
  },
): BulkMove[] => {
  const found = bookingEvents(known)
  const open = new Set<BulkMove>(openAmong(found, events))
  if (isAcceptable) open.add('accept')
  if (isRemindable && mayCommand(actor, 'remind', 'bookings')) open.add('remind')
  if (isAssignable && may(actor, 'booking.assign')) open.add('assign')
  if (!whyNotAct('claim', known)) open.add('claim').add('label')
  if (!whyNotAct('delete', known)) open.add('delete')
  return bulkMoves.filter((move) => open.has(move))
}

/** Whether confirming the booking overrules somebody, so that it takes a reason. */
export const isConfirmAsking = (known: BookingCase): boolean =>
  needsReason(bookingEvents(known)).includes('confirm')
