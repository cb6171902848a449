import { isOffice } from '../../domain/bookings/office.ts'
import type { PayloadRequest } from 'payload'
import { type Actor, actorOf } from '../../access/actor.ts'
import { asCommand } from '../../access/command.ts'
import type { CreateBooking } from '../../contracts/bookings/bookings.ts'
import { collectAudit } from '../../database/records/audit.ts'
import { assertAnswers } from '../../domain/bookings/answers.ts'
import { postgresCode } from '../../database/errors.ts'
import { dropHold } from '../../database/scheduling/holds.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { cached, withRequestCache } from '../../database/records/request-cache.ts'
import { DomainError } from '../../domain/domain-error.ts'
import type { Appointment, Booking, Service } from '../../payload-types.ts'
import { serviceDocument } from '../../steps/catalogue/service-document.ts'
import { addressForBooking } from '../people/address-for-booking.ts'
import { customerForBooking } from '../people/customer-for-booking.ts'
import { insertDocuments } from '../../steps/records/insert-documents.ts'
import { alternativesFor } from '../scheduling/alternatives-for.ts'
import { findService } from '../scheduling/find-service.ts'
import { eligiblePeopleFor } from '../../steps/scheduling/people-for-slot.ts'
import type { PlaceQuery } from '../../steps/scheduling/resolve-place.ts'
import { insertBooking } from './insert-booking.ts'
import { hasOnlyOwnHooks } from '../../steps/records/own-hooks.ts'
import { planForBooking } from './plan-for-booking.ts'

export type Made = {
  booking: Booking
  service: Service
  visits: Pick<Appointment, 'end' | 'id' | 'start' | 'status' | 'version'>[]
}

const officeWords = ['more', 'people', 'override', 'reason'] as const

const assertOfficeWords = (actor: Actor, body: CreateBooking) => {
  const word = officeWords.find((name) => body[name] !== undefined)
  if (!word || isOffice(actor)) return
  throw new DomainError('not-allowed', 'Only office staff can set this field. Remove it.', {
    field: word,
  })
}

const commandFor = ({ override, reason }: CreateBooking) =>
  override || reason
    ? { command: { ...(override && { override }), ...(reason && { reason }) } }
    : {}

const write = async (
  req: PayloadRequest,
  { actor, body, service }: { actor: Actor; body: CreateBooking; service: Service },
): Promise<Booking> => {
  const customer = await customerForBooking(req, { actor, body })
  const address = await addressForBooking(req, {
    actor,
    address: body.address,
    customer: customer.id,
  })
  const others = [...(customer.documents ?? []), ...(address.documents ?? [])]
  const data = {
    customer: customer.id,
    address: address.id,
    location: body.location ?? null,
    plan: await planForBooking(req, { body, service }),
    notes: { customer: body.notes ?? null },
    answers: body.answers ?? null,
    ...(customer.guestEmail && { customerSnapshot: { email: customer.guestEmail } }),
    ...(body.source && { source: body.source }),
    ...commandFor(body),
  } as Partial<Booking>
  if (hasOnlyOwnHooks(req, 'bookings')) return insertBooking(req, data, others)
  await insertDocuments(req, others)
  return req.payload.create({
    collection: 'bookings',
    data: data as never,
    depth: 0,
    req,
    overrideAccess: false,
  })
}

/** Where the caller's address could not be served, says so in the caller's words for it. */
const inCallersWords = (error: unknown, body: CreateBooking): unknown => {
  const { code, field, message } = (error ?? {}) as DomainError
  if (code !== 'invalid-input' || field !== 'postcode' || !body.address) return error
  const at = typeof body.address === 'string' ? 'address' : 'address.postcode'
  return new DomainError('invalid-input', message, { field: at })
}

const placeAsked = ({ location, address }: CreateBooking): PlaceQuery => ({
  location,
  postcode: typeof address === 'object' ? address.postcode : null,
})

const minuteMs = 60_000

const spanAsked = ({ start }: CreateBooking, { durationMinutes }: Service) => ({
  start: Date.parse(start),
  end: Date.parse(start) + durationMinutes * minuteMs,
})

/** Most who lose a race learn it here, before anything is written for them. */
const assertSomebodyFree = async (req: PayloadRequest, body: CreateBooking, service: Service) => {
  if (body.fieldworker || body.hold || typeof body.address === 'string') return
  const { people } = await eligiblePeopleFor(req, {
    service: service.id,
    place: placeAsked(body),
    ...spanAsked(body, service),
    now: Date.now(),
  })
  if (people.some(({ free }) => free)) return
  throw new DomainError('slot-taken', 'This time is no longer available. Choose another one.', {
    field: 'start',
  })
}

const isLost = (error: unknown) =>
  (error as DomainError | null)?.code === 'slot-taken' || postgresCode(error) === '23P01'

/**
 * Books one service at one time: customer, address, booking, line, visits, history
 * and messages in one transaction, or nothing at all. `onWritten` runs inside it.
 * @throws {DomainError} slot-taken with the next three free slots, not-found, invalid-input,
 * outside-booking-window, not-allowed, feature-off
 */
export const createBooking = (
  req: PayloadRequest,
  body: CreateBooking,
  options: { onWritten?: (made: Made) => Promise<void> } = {},
): Promise<Made> => withRequestCache(req, () => book(req, body, options))

const book = async (
  req: PayloadRequest,
  body: CreateBooking,
  { onWritten }: { onWritten?: (made: Made) => Promise<void> },
): Promise<Made> => {
  const actor = await actorOf(req)
  assertOfficeWords(actor, body)
  const { id } = await findService(req, body.service)
  const service = (await serviceDocument(req, id)) as Service
  assertAnswers(service.questions, body.answers)
  try {
    await assertSomebodyFree(req, body, service)
    return await inTransaction(req, async () => {
      // With the locks of its people held, nobody can come between the hold and the booking.
      if (body.hold) await dropHold(req, body.hold)
      const booking = await asCommand(req, 'book', () =>
        collectAudit(req, () => write(req, { actor, body, service })),
      )
      const visits = await cached<Made['visits']>(req, `visits-of:${booking.id}`, async () => [])
      const made = { booking, service, visits }
      await onWritten?.(made)
      return made
    })
  } catch (error) {
    if (!isLost(error)) throw inCallersWords(error, body)
    const alternatives = await alternativesFor(req, {
      service: service.id,
      place: placeAsked(body),
      start: Date.parse(body.start),
      now: Date.now(),
      hold: body.hold,
    }).catch(() => [])
    const { message } = error as Error
    const ownMessage = (error as DomainError).code === 'slot-taken' ? message : null
    throw new DomainError(
      'slot-taken',
      ownMessage ?? 'This time is no longer available. Choose another one.',
      {
        field: 'start',
        details: { ...((error as DomainError).details as object), alternatives },
      },
    )
  }
}
