import { isLive } from '../../../domain/bookings/states.ts'
import type { CollectionBeforeChangeHook } from 'payload'
import { may } from '../../../access/actor.ts'
import { DomainError } from '../../../domain/domain-error.ts'
import type { Appointment } from '../../../payload-types.ts'
import { actingIn } from '../../../steps/bookings/acting-in.ts'
import { idOf } from '../../../domain/id-of.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'
import { allocateTime } from '../../../steps/scheduling/allocate-time.ts'
import { collectOverrides } from '../../../steps/bookings/collect-overrides.ts'
import { overridingOf } from '../../../steps/scheduling/overriding-of.ts'
import { placeOfBooking } from '../../../steps/bookings/place-of-booking.ts'
import { holdingOf } from '../../../steps/scheduling/holding-of.ts'

/** Whether the visit must hold somebody's time although it has no person (AV-12). */
const needsReservation = ({ acceptance, fieldworker, unreserved }: Partial<Appointment>) =>
  !idOf(fieldworker) && !unreserved && (acceptance === 'unassigned' || acceptance === 'pending')

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
  if (command.name === 'retime') return data
  // Where it fits has been decided for all visits whose clock changed (`keepClocks`).
  if (command.name === 'follow-clock' && command.as === 'system') return data
  const actor = await actingIn(req, command)
  if (data.unreserved && !originalDoc.unreserved && !may(actor, 'booking.overbook')) {
    throw new DomainError('not-allowed', 'You may not book without a free person.', { status: 403 })
  }
  const before = holdingOf(originalDoc)
  const now = holdingOf(data)
  const isRehoming = command.name === 're-home'
  if (!isRehoming && JSON.stringify(before) === JSON.stringify(now)) {
    if (now || !needsReservation(data)) return data
  }
  if (before && now && now.fieldworker === before.fieldworker && now.startsAt === before.startsAt) {
    return data
  }
  if (!now && !needsReservation(data)) return data
  const place = await placeOfBooking(req, originalDoc)
  const { onOverride, said } = collectOverrides()
  const [holder] = await allocateTime(req, [
    {
      service: idOf(originalDoc.service) ?? '',
      place: place.query,
      start: originalDoc.start,
      end: originalDoc.end,
      busyStart: originalDoc.busyStart ?? originalDoc.start,
      busyEnd: originalDoc.busyEnd ?? originalDoc.end,
      who: now && !isRehoming ? now.fieldworker : 'any',
      appointment: originalDoc.id,
      overriding: overridingOf(actor, command),
      onOverride,
      ...(isRehoming && command.onBehalfOf && { avoid: [command.onBehalfOf] }),
    },
  ])
  const won = { ...data, command: { ...command, ...said() } }
  return idOf(data.fieldworker) ? won : { ...won, reservedFor: holder ?? null }
}
