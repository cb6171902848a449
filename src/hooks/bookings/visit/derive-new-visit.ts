import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'
import { type Actor, may } from '../../../access/actor.ts'
import { visitInstant } from '../../../contracts/bookings/bookings.ts'
import { assignmentOf, wantedIn } from '../../../domain/bookings/assignment.ts'
import { skips } from '../../../domain/bookings/command-facts.ts'
import { awaitsApproval, isOpenBooking } from '../../../domain/bookings/states.ts'
import { DomainError } from '../../../domain/domain-error.ts'
import type { Appointment, Booking, Service } from '../../../payload-types.ts'
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

type NewVisit = Partial<Appointment>

/** @throws {DomainError} transition-refused, not-allowed */
const assertMayAdd = (actor: Actor, { booking, data }: { booking: Booking; data: NewVisit }) => {
  if (!isOpenBooking(booking)) {
    throw new DomainError('transition-refused', 'An ended booking takes no more visits.')
  }
  if (!may(actor, 'booking.edit')) {
    throw new DomainError('not-allowed', 'You may not add visits.')
  }
  const fieldworker = wantedPerson(data)
  const unreserved = data.unreserved === true
  assertVisitAllowed(actor, { fieldworker, end: data.end ?? undefined, unreserved })
  if (data.method && !may(actor, 'booking.assign')) {
    throw new DomainError('not-allowed', 'You may not choose the method.')
  }
}

const wantedPerson = (data: NewVisit): string | null =>
  idOf(data.fieldworker) ?? commandIn(data).to?.fieldworker ?? null

/**
 * The service of the line that the visit is for.
 * @throws {DomainError} invalid-input, transition-refused
 */
const serviceFor = async (
  req: PayloadRequest,
  { booking, data }: { booking: Booking; data: NewVisit },
): Promise<Service> => {
  const of = { depth: 0, req, overrideAccess: true } as const
  const line = await req.payload.findByID({
    collection: 'booking-lines',
    id: idOf(data.line) ?? '',
    ...of,
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
  return req.payload.findByID({ collection: 'services', id: idOf(line.service) ?? '', ...of })
}

const spanFor = (service: Service, data: NewVisit) => {
  const start = visitInstant.parse(new Date(String(data.start)).toISOString())
  const end = data.end ? new Date(data.end).toISOString() : undefined
  return visitSpan(service, { start, end })
}

/** Nothing has happened at a new visit, and it stands for no other. */
const untouched = {
  progress: 'not_started',
  ...{ replaces: null, replacedBy: null, actualStart: null, actualEnd: null },
} as const

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
  assertMayAdd(actor, { booking, data })
  const service = await serviceFor(req, { booking, data })
  const span = spanFor(service, data)
  const method = methodOf(service, await settingsOf(req), data.method ?? undefined)
  const { query: place } = await placeOfBooking(req, booking)
  const { onOverride, said } = collectOverrides()
  const wanted = wantedPerson(data)
  const who = { who: wanted ?? 'any', overriding: overridingOf(actor, command), onOverride }
  const claim = { ...span, service: service.id, place, ...who }
  const unreserved = data.unreserved === true
  const [holder = null] = unreserved ? [] : await allocateTime(req, [claim])
  return {
    ...data,
    ...span,
    unreserved,
    command: { ...command, ...said() },
    service: service.id,
    timezone: booking.timezone ?? null,
    address: idOf(booking.address),
    location: idOf(booking.location),
    ...assignmentOf({
      ...{ method, holder, wanted: wantedIn(wanted) },
      awaitsApproval: awaitsApproval(booking.gates ?? {}),
    }),
    status: booking.status,
    ...untouched,
  }
}
