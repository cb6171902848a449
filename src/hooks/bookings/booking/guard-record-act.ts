import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook } from 'payload'
import { type RecordAct, whyNotAct } from '../../../domain/bookings/record-acts.ts'
import { DomainError, errorOf } from '../../../domain/domain-error.ts'
import type { Booking } from '../../../payload-types.ts'
import { actingIn } from '../../../steps/bookings/acting-in.ts'
import { bookingIn } from '../../../steps/bookings/booking-case.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'

const named = ['claim', 'pause-messages', 'resume-messages'] as const

/** What a change does with the record, beside its fields. */
const actOf = (before: Booking, after: Partial<Booking>): RecordAct | undefined => {
  if (Boolean(after.deletedAt) !== Boolean(before.deletedAt)) {
    return after.deletedAt ? 'delete' : 'restore'
  }
  const { name } = commandIn(after)
  return named.find((act) => act === name)
}

/**
 * Guard: claiming a booking, pausing its messages and moving it to the Deleted list and back need
 * the flag and a booking that is open to it (BK-05, BK-06).
 * @throws {DomainError} not-allowed, transition-refused
 */
export const guardRecordAct: CollectionBeforeChangeHook<Booking> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const act = operation === 'update' && originalDoc ? actOf(originalDoc, data) : undefined
  if (!act || !originalDoc) return data
  const actor = await actingIn(req, commandIn(data))
  const refusal = whyNotAct(act, { actor, booking: bookingIn(originalDoc), visits: [] })
  if (refusal) throw errorOf(refusal)
  return data
}

/**
 * Guard: a booking is never deleted for good.
 * @throws {DomainError} not-allowed
 */
export const guardPurge: CollectionBeforeDeleteHook = () => {
  throw new DomainError('not-allowed', 'Bookings are kept; move it to the Deleted list instead.')
}
