import { isLive, liveStatuses } from '../../../domain/bookings/states.ts'
import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { type Actor, may } from '../../../access/actor.ts'
import { type Answers, assertAnswers } from '../../../domain/bookings/answers.ts'
import { skips } from '../../../domain/bookings/command-facts.ts'
import { DomainError } from '../../../domain/domain-error.ts'
import type { RefusalCode } from '../../../domain/refusals.ts'
import { placeKind } from '../../../domain/scheduling/place-kind.ts'
import { priceLine } from '../../../domain/money/price-line.ts'
import type { Booking, BookingLine, Service } from '../../../payload-types.ts'
import { actingIn } from '../../../steps/bookings/acting-in.ts'
import { idOf } from '../../../domain/id-of.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'
import { bookingOf } from '../../../steps/bookings/booking-of.ts'
import { placeOfBooking } from '../../../steps/bookings/place-of-booking.ts'
import { settingsOf } from '../../../steps/bookings/settings-of.ts'

const refuse = (code: RefusalCode, message: string, field: string) =>
  new DomainError(code, message, { field })

/** A line of none is one that was taken off the booking. */
const assertNoOpenVisit = async (req: PayloadRequest, line: string | undefined) => {
  if (!line) throw refuse('invalid-input', 'Say how many; at least one.', 'quantity')
  const { totalDocs } = await req.payload.count({
    collection: 'appointments',
    where: { and: [{ line: { equals: line } }, { status: { in: [...liveStatuses] } }] },
    req,
    overrideAccess: true,
  })
  if (totalDocs === 0) return
  const message = 'Visits of this service are open. Cancel them, or remove the service.'
  throw refuse('transition-refused', message, 'quantity')
}

/** What needs approval comes to a booking before it is approved, or from whoever approves. */
const assertApproved = ({ requiresApproval }: Service, { gates }: Booking, actor: Actor): void => {
  if (!requiresApproval || gates?.approval === 'open' || may(actor, 'booking.approve')) return
  const message =
    'This service needs approval. Ask somebody who may approve to add it, or book it by itself.'
  throw refuse('not-allowed', message, 'service')
}

const changesAnswers = (before: BookingLine | undefined, after: Partial<BookingLine>) =>
  JSON.stringify(before?.answers ?? null) !== JSON.stringify(after.answers ?? null)

/**
 * Derive: a line that staff add or edit gets its price from the catalogue, or theirs with the
 * flag; an ended booking's lines stay as they are. Lines of a new booking come ready.
 * @throws {DomainError} transition-refused, not-allowed, not-found, invalid-input
 */
export const deriveLine: CollectionBeforeChangeHook<BookingLine> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const command = commandIn(data)
  if (skips('booking-lines', command, 'derivation')) return data
  const actor = await actingIn(req, command)
  if (!may(actor, 'booking.edit')) throw refuse('not-allowed', 'You may not edit lines.', 'booking')
  const booking = await bookingOf(req, { booking: originalDoc?.booking ?? data.booking })
  if (booking.deletedAt || !isLive(booking)) {
    throw refuse('transition-refused', 'The lines of an ended booking are final.', 'booking')
  }
  if (data.quantity === 0) await assertNoOpenVisit(req, originalDoc?.id)
  const service = await req.payload.findByID({
    collection: 'services',
    id: idOf(data.service) ?? '',
    depth: 0,
    req,
    overrideAccess: true,
    disableErrors: true,
  })
  if (!service) throw refuse('not-found', 'There is no such service.', 'service')
  const isOther = operation === 'create' || idOf(originalDoc?.service) !== service.id
  const isAsked = isOther || changesAnswers(originalDoc, data)
  if (isAsked && !skips('booking-lines', command, 'questions')) {
    assertAnswers(service.questions, data.answers as Answers | null)
  }
  if (isOther) {
    if (!service.active) throw refuse('not-found', 'There is no such service.', 'service')
    assertApproved(service, booking, actor)
    placeKind({ service, place: (await placeOfBooking(req, booking)).query })
  }
  const listed = isOther ? service.priceAmount : (originalDoc?.unitAmount ?? service.priceAmount)
  const unitAmount = data.unitAmount ?? listed
  if (unitAmount !== listed && !may(actor, 'price.edit')) {
    throw refuse('not-allowed', 'You may not set a price of your own.', 'unitAmount')
  }
  const { financial } = await settingsOf(req)
  const quantity = data.quantity ?? 1
  const durationMinutes = isOther
    ? service.durationMinutes
    : (data.durationMinutes ?? service.durationMinutes)
  const taxPercent = data.taxPercent ?? service.taxPercent ?? financial.taxPercent ?? 0
  const price = priceLine({
    priceModel: service.priceModel,
    unitAmount,
    quantity,
    durationMinutes,
    taxPercent,
    pricesIncludeTax: financial.pricesIncludeTax ?? false,
  })
  return {
    ...data,
    booking: booking.id,
    quantity,
    durationMinutes,
    unitAmount,
    taxPercent,
    totalAmount: price.total,
    breakdown: price.breakdown,
    description: data.description ?? service.name,
    requiresApproval: service.requiresApproval ?? false,
  }
}
