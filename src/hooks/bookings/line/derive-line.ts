import { isLive, liveStatuses } from '../../../domain/bookings/states.ts'
import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { type Actor, may } from '../../../access/actor.ts'
import { type Answers, assertAnswers } from '../../../domain/bookings/answers.ts'
import { skips } from '../../../domain/bookings/command-facts.ts'
import { DomainError } from '../../../domain/domain-error.ts'
import type { RefusalCode } from '../../../domain/refusals.ts'
import { mayEditLine } from '../../../domain/bookings/may-edit-line.ts'
import { placeKind } from '../../../domain/scheduling/place-kind.ts'
import { priceLine } from '../../../domain/money/price-line.ts'
import type { Booking, BookingLine, Service } from '../../../payload-types.ts'
import { actingIn } from '../../../steps/bookings/acting-in.ts'
import { idOf } from '../../../domain/id-of.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'
import { bookingOf } from '../../../steps/bookings/booking-of.ts'
import { placeOfBooking } from '../../../steps/bookings/place-of-booking.ts'
import { changedFields } from '../../../steps/records/changed-fields.ts'
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
    'This service needs approval. Ask someone who can approve to add it, or book it separately.'
  throw refuse('not-allowed', message, 'service')
}

const changesAnswers = (before: BookingLine | undefined, after: Partial<BookingLine>) =>
  JSON.stringify(before?.answers ?? null) !== JSON.stringify(after.answers ?? null)

type Line = Partial<BookingLine>

type Edit = { actor: Actor; before: BookingLine | undefined; data: Line; changed: string[] }

/** The booking of a line that staff may add or edit. */
const editableBooking = async (
  req: PayloadRequest,
  { actor, before, data, changed }: Edit,
): Promise<Booking> => {
  if (!mayEditLine(changed, actor))
    throw refuse('not-allowed', 'Your role may not edit services of a booking.', 'booking')
  const booking = await bookingOf(req, { booking: before?.booking ?? data.booking })
  if (!booking.deletedAt && isLive(booking)) return booking
  throw refuse('transition-refused', 'The lines of an ended booking are final.', 'booking')
}

const noSuchService = () => refuse('not-found', 'There is no such service.', 'service')

const serviceOf = async (req: PayloadRequest, data: Line): Promise<Service> => {
  const service = await req.payload.findByID({
    collection: 'services',
    id: idOf(data.service) ?? '',
    depth: 0,
    req,
    overrideAccess: true,
    disableErrors: true,
  })
  if (service) return service
  throw noSuchService()
}

/** Whether the service may be added to the booking, at its place and by the actor. */
const assertMayAdd = async (
  req: PayloadRequest,
  { service, booking, actor }: { service: Service; booking: Booking; actor: Actor },
) => {
  if (!service.active) throw noSuchService()
  assertApproved(service, booking, actor)
  placeKind({ service, place: (await placeOfBooking(req, booking)).query })
}

type Priced = { service: Service; before: BookingLine | undefined; data: Line; isOther: boolean }

/** The service's own price, unless the actor may set another. */
const unitAmountOf = ({ service, before, data, isOther }: Priced, actor: Actor): number => {
  const listed = isOther ? service.priceAmount : (before?.unitAmount ?? service.priceAmount)
  const unitAmount = data.unitAmount ?? listed
  if (unitAmount === listed || may(actor, 'price.edit')) return unitAmount
  throw refuse('not-allowed', 'You may not set a price of your own.', 'unitAmount')
}

const pricedLine = async (req: PayloadRequest, priced: Priced, actor: Actor) => {
  const { service, data, isOther } = priced
  const unitAmount = unitAmountOf(priced, actor)
  const { financial } = await settingsOf(req)
  const ownDuration = isOther ? undefined : data.durationMinutes
  const quantity = data.quantity ?? 1
  const durationMinutes = ownDuration ?? service.durationMinutes
  const taxPercent = data.taxPercent ?? service.taxPercent ?? financial.taxPercent ?? 0
  const { total, breakdown } = priceLine({
    priceModel: service.priceModel,
    ...{ unitAmount, quantity, durationMinutes, taxPercent },
    pricesIncludeTax: financial.pricesIncludeTax ?? false,
  })
  return { quantity, durationMinutes, unitAmount, taxPercent, totalAmount: total, breakdown }
}

/**
 * Derive: a line that staff add or edit gets its price from the catalogue, or theirs with the
 * flag; an ended booking's lines stay as they are. Lines of a new booking come ready.
 * @throws {DomainError} transition-refused, not-allowed, not-found, invalid-input
 */
export const deriveLine: CollectionBeforeChangeHook<BookingLine> = async ({
  collection,
  data,
  operation,
  originalDoc: before,
  req,
}) => {
  const command = commandIn(data)
  if (skips('booking-lines', command, 'derivation')) return data
  const actor = await actingIn(req, command)
  const fields = collection.flattenedFields
  const changed = Object.keys(changedFields({ fields, before: { ...before }, after: data }))
  const booking = await editableBooking(req, { actor, before, data, changed })
  if (data.quantity === 0) await assertNoOpenVisit(req, before?.id)
  const service = await serviceOf(req, data)
  const isOther = operation === 'create' || idOf(before?.service) !== service.id
  const isAsked = isOther || changesAnswers(before, data)
  if (isAsked && !skips('booking-lines', command, 'questions')) {
    assertAnswers(service.questions, data.answers as Answers | null)
  }
  if (isOther) await assertMayAdd(req, { service, booking, actor })
  return {
    ...data,
    booking: booking.id,
    ...(await pricedLine(req, { service, before, data, isOther }, actor)),
    description: data.description ?? service.name,
    requiresApproval: service.requiresApproval ?? false,
  }
}
