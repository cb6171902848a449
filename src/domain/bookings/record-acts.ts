import type { Refusal } from '../domain-error.ts'
import type { BookingActor, BookingFacts, VisitFacts } from './facts.ts'
import { isOffice } from './office.ts'
import { isLive, isOpenBooking } from './states.ts'

/** What is done with the record of a booking beside its status. */
export const recordActs = [
  ...(['repeat', 'claim', 'pause-messages', 'resume-messages', 'delete', 'restore'] as const),
] as const

export type RecordAct = (typeof recordActs)[number]

export type RecordCase = {
  actor: BookingActor
  booking: BookingFacts
  visits: readonly VisitFacts[]
  /** Whether customers book repeating visits by themselves. */
  customersMayRepeat?: boolean
}

const notAllowed = (message: string): Refusal => ({ code: 'not-allowed', message, status: 403 })
const refused = (message: string): Refusal => ({
  ...{ code: 'transition-refused', message, status: 409 },
})

const deleted = refused('The booking is deleted; restore it first.')

const withFlag = (actor: BookingActor, flag: string, message: string): Refusal | null =>
  actor.kind === 'system' || actor.permissions.has(flag) ? null : notAllowed(message)

const editing = (given: RecordCase): Refusal | null =>
  withFlag(given.actor, 'booking.edit', 'Your role may not edit bookings.') ??
  (given.booking.deletedAt ? deleted : null)

const trash = ({ actor }: RecordCase): Refusal | null =>
  withFlag(actor, 'booking.delete', 'Your role may not delete or restore bookings.')

/** Whether somebody repeats bookings at all: the office by flag, customers where the portal says so. */
export const whyNotRepeat = ({
  actor,
  customersMayRepeat = false,
}: Pick<RecordCase, 'actor' | 'customersMayRepeat'>): Refusal | null => {
  if (actor.kind === 'customer') {
    if (customersMayRepeat) return null
    const message = 'Repeating visits cannot be booked online. Please call us.'
    return { code: 'feature-off', message, status: 403 }
  }
  if (isOffice(actor)) return withFlag(actor, 'booking.create', 'You may not make bookings.')
  return notAllowed('You may not make bookings.')
}

const repeat = (given: RecordCase): Refusal | null => {
  const { booking, visits } = given
  const closed = whyNotRepeat(given)
  if (closed) return closed
  if (!isOpenBooking(booking)) return refused('The booking has ended; repeat one that is open.')
  if (booking.series) return refused('The booking is part of a series already.')
  return visits.some(isLive) ? null : refused('The booking has no visits.')
}

const rules: Record<RecordAct, (given: RecordCase) => Refusal | null> = {
  repeat,
  claim: editing,
  'pause-messages': editing,
  'resume-messages': editing,
  delete: (given) => trash(given) ?? (given.booking.deletedAt ? deleted : null),
  restore: (given) =>
    trash(given) ?? (given.booking.deletedAt ? null : refused('The booking is not deleted.')),
}

/** Why an act is closed to somebody; null where it is open. Guards and buttons ask this. */
export const whyNotAct = (act: RecordAct, given: RecordCase): Refusal | null => rules[act](given)
