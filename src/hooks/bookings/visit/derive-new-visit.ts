import type { CollectionBeforeValidateHook } from 'payload'
import { may } from '../../../access/actor.ts'
import { visitInstant } from '../../../contracts/bookings/bookings.ts'
import { assignmentOf, wantedIn } from '../../../domain/bookings/assignment.ts'
import { skips } from '../../../domain/bookings/command-facts.ts'
import { awaitsApproval, isOpenBooking } from '../../../domain/bookings/states.ts'
import { DomainError } from '../../../domain/domain-error.ts'
import type { Appointment } from '../../../payload-types.ts'
import { actingIn } from '../../../steps/bookings/acting-in.ts'
import { idOf } from '../../../domain/id-of.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'
import { assertVisitAllowed } from '../../../steps/bookings/assert-plan-allowed.ts'
import { bookingOf } from '../../../steps/bookings/booking-of.ts'
import { allocateTime } from '../../../steps/scheduling/allocate-time.ts'
import { collectOverrides } from '../../../steps/bookings/collect-overrides.ts'
import { overridingOf } from '../../../steps/scheduling/overriding-of.ts'
import { placeOfBooking } from '../../../steps/bookings/place-of-booking.ts'
import { methodOf } from '../../../steps/bookings/resolve-plan.ts'
import { settingsOf } from '../../../steps/bookings/settings-of.ts'
import { visitSpan } from '../../../steps/scheduling/visit-span.ts'

/**
 * Derive: a visit that staff add to a booking gets its span, person, answer and status; a visit
 * added to a confirmed booking starts confirmed. Visits of a new booking come ready.
 * @throws {DomainError} transition-refused, not-allowed, slot-taken, invalid-input
 */
export const deriveNewVisit: CollectionBeforeValidateHook<Appointment> = async ({
  data,
  operation,
  req,
}) => {
  if (operation !== 'create' || !data) return data
  const command = commandIn(data)
  if (skips('appointments', command, 'derivation')) return data
  const actor = await actingIn(req, command)
  const booking = await bookingOf(req, data)
  if (!isOpenBooking(booking)) {
    throw new DomainError('transition-refused', 'An ended booking takes no more visits.')
  }
  if (!may(actor, 'booking.edit')) {
    throw new DomainError('not-allowed', 'You may not add visits.')
  }
  const wanted = idOf(data.fieldworker) ?? command.to?.fieldworker ?? null
  const unreserved = data.unreserved === true
  const asked = { fieldworker: wanted, end: data.end ?? undefined, unreserved }
  assertVisitAllowed(actor, asked)
  if (data.method && !may(actor, 'booking.assign')) {
    throw new DomainError('not-allowed', 'You may not choose the method.')
  }
  const line = await req.payload.findByID({
    collection: 'booking-lines',
    id: idOf(data.line) ?? '',
    depth: 0,
    req,
    overrideAccess: true,
  })
  if (idOf(line.booking) !== booking.id) {
    throw new DomainError('invalid-input', 'The line belongs to another booking.', {
      field: 'line',
    })
  }
  if (line.quantity === 0) {
    throw new DomainError('transition-refused', 'This service was taken off the booking.', {
      field: 'line',
    })
  }
  const service = await req.payload.findByID({
    collection: 'services',
    id: idOf(line.service) ?? '',
    depth: 0,
    req,
    overrideAccess: true,
  })
  const start = visitInstant.parse(new Date(String(data.start)).toISOString())
  const end = data.end ? new Date(data.end).toISOString() : undefined
  const span = visitSpan(service, { start, end })
  const rules = await settingsOf(req)
  const method = methodOf(service, rules, data.method ?? undefined)
  const place = await placeOfBooking(req, booking)
  const { onOverride, said } = collectOverrides()
  const claim = {
    ...span,
    service: service.id,
    place: place.query,
    who: wanted ?? 'any',
    overriding: overridingOf(actor, command),
    onOverride,
  }
  const [holder = null] = unreserved ? [] : await allocateTime(req, [claim])
  const assigned = assignmentOf({
    ...{ method, holder, wanted: wantedIn(wanted) },
    awaitsApproval: awaitsApproval(booking.gates ?? {}),
  })
  return {
    ...data,
    ...span,
    unreserved,
    command: { ...command, ...said() },
    service: service.id,
    timezone: booking.timezone ?? null,
    address: idOf(booking.address),
    location: idOf(booking.location),
    ...assigned,
    status: booking.status,
    progress: 'not_started',
    replaces: null,
    replacedBy: null,
    actualStart: null,
    actualEnd: null,
  }
}
