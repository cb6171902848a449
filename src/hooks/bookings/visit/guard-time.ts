import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { type Actor, may } from '../../../access/actor.ts'
import { skips } from '../../../domain/bookings/command-facts.ts'
import { isLive } from '../../../domain/bookings/states.ts'
import { DomainError } from '../../../domain/domain-error.ts'
import type { Appointment } from '../../../payload-types.ts'
import { actingIn } from '../../../steps/bookings/acting-in.ts'
import { idOf } from '../../../domain/id-of.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'
import { allocateTime, cannotDoVisit } from '../../../steps/scheduling/allocate-time.ts'
import { collectOverrides } from '../../../steps/bookings/collect-overrides.ts'
import { isStillEligible } from '../../../steps/scheduling/is-still-eligible.ts'
import { overridingOf } from '../../../steps/scheduling/overriding-of.ts'
import { placeOfBooking } from '../../../steps/bookings/place-of-booking.ts'
import { holdingOf } from '../../../steps/scheduling/holding-of.ts'

/** Whether the visit must hold somebody's time although it has no person. */
const needsReservation = ({ acceptance, fieldworker, unreserved }: Partial<Appointment>) =>
  !idOf(fieldworker) && !unreserved && (acceptance === 'unassigned' || acceptance === 'pending')

const asked = new Set(['pending', 'accepted', 'not_required'])

type Change = { before: Appointment; after: Partial<Appointment> }
type Holding = ReturnType<typeof holdingOf>

/** Whether somebody is given the visit, is asked for it or takes it. */
const isGiven = ({ before, after }: Change): boolean => {
  const person = idOf(after.fieldworker)
  if (!person || !asked.has(after.acceptance ?? before.acceptance)) return false
  return person !== idOf(before.fieldworker) || after.acceptance !== before.acceptance
}

const isSameTime = (before: Holding, now: Holding): boolean =>
  before !== null &&
  now !== null &&
  now.fieldworker === before.fieldworker &&
  now.startsAt === before.startsAt

/**
 * Whether the person whose time the visit holds already may have it. The rules themselves look for
 * somebody else instead.
 * @throws {DomainError} invalid-input
 */
const keepsPerson = async (
  req: PayloadRequest,
  { actor, change }: { actor: Actor; change: Change },
): Promise<boolean> => {
  const { before, after } = change
  if (!isGiven(change)) return true
  const { query } = await placeOfBooking(req, before)
  const work = { person: idOf(after.fieldworker) ?? '', service: idOf(before.service) ?? '' }
  if (await isStillEligible(req, { ...work, place: query })) return true
  if (actor.kind === 'system') return false
  throw cannotDoVisit()
}

/** The time of a stored visit, as it is asked for. */
const timeOf = async (req: PayloadRequest, visit: Appointment) => ({
  service: idOf(visit.service) ?? '',
  place: (await placeOfBooking(req, visit)).query,
  start: visit.start,
  end: visit.end,
  busyStart: visit.busyStart ?? visit.start,
  busyEnd: visit.busyEnd ?? visit.end,
  appointment: visit.id,
})

/**
 * Guard: whoever holds the visit afterwards has won that time. A visit without a person reserves
 * somebody eligible, unless staff explicitly overbook.
 * @throws {DomainError} slot-taken, invalid-input, not-allowed
 */
export const guardTime: CollectionBeforeChangeHook<Appointment> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || !originalDoc || !isLive(data)) return data
  const command = commandIn(data)
  if (skips('appointments', command, 'allocation')) return data
  const actor = await actingIn(req, command)
  if (data.unreserved && !originalDoc.unreserved && !may(actor, 'booking.overbook')) {
    throw new DomainError('not-allowed', 'You may not book without a free person.')
  }
  const now = holdingOf(data)
  if (!now && !needsReservation(data)) return data
  const isRehoming = command.name === 're-home'
  const change = { before: originalDoc, after: data }
  const isKept = isSameTime(holdingOf(originalDoc), now)
  if (isKept && (await keepsPerson(req, { actor, change }))) return data
  const { onOverride, said } = collectOverrides()
  const claim = {
    ...(await timeOf(req, originalDoc)),
    who: now && !isRehoming && !isKept ? now.fieldworker : 'any',
    overriding: overridingOf(actor, command),
    onOverride,
    ...(isRehoming && command.onBehalfOf && { avoid: [command.onBehalfOf] }),
  }
  const [holder] = await allocateTime(req, [claim])
  const won = { ...data, command: { ...command, ...said() } }
  const field = idOf(data.fieldworker) ? 'fieldworker' : 'reservedFor'
  return { ...won, [field]: holder ?? null }
}
