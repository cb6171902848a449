import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { type Actor, may } from '../../../access/actor.ts'
import { channelOf } from '../../../access/channel-of.ts'
import type { Command } from '../../../contracts/bookings/command.ts'
import { cachedDocument } from '../../../database/scheduling/reference-cache.ts'
import { bookingLifecycle } from '../../../domain/bookings/booking-lifecycle.ts'
import { DomainError } from '../../../domain/domain-error.ts'
import { decide } from '../../../domain/lifecycle.ts'
import type { Appointment, Booking, PortalSetting } from '../../../payload-types.ts'
import { actingIn } from '../../../steps/bookings/acting-in.ts'
import { idOf } from '../../../domain/id-of.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'
import { cancellationFee, noShowFee } from '../../../steps/bookings/cancellation-fee.ts'
import { isDutyDone } from '../visit/guard-visit-status.ts'
import { moveFacts } from '../../../steps/bookings/move-facts.ts'
import { settingsOf } from '../../../steps/bookings/settings-of.ts'
import { visitsOf } from '../../../steps/bookings/visits-of.ts'

type Case = {
  req: PayloadRequest
  actor: Actor
  command: Command
  booking: Booking
  visits: Appointment[]
  portal: PortalSetting
}

const isActive = ({ status }: Appointment) => status === 'pending' || status === 'confirmed'

/** Whoever lost a visit, because it was cancelled or moved, has no say in the booking any more. */
const isKept = ({ status }: Appointment) => status !== 'cancelled' && status !== 'rescheduled'
const isOf = (person: string) => (visit: Appointment) => idOf(visit.fieldworker) === person

const isSaidWhy = async ({ req, actor, command }: Case) => {
  if (actor.kind === 'system') return true
  if (actor.kind === 'customer' || actor.kind === 'link') return Boolean(command.comment)
  const { booking } = await settingsOf(req)
  return booking.staffCancelReasonRequired === false || Boolean(command.reason)
}

const factsOf = async (given: Case) => {
  const { actor, booking, visits, portal } = given
  const now = Date.now()
  const active = visits.filter(isActive)
  const own = actor.fieldworker
  const isCustomer = actor.kind === 'customer' || actor.kind === 'link'
  return {
    ...moveFacts(given),
    isOwnBooking: actor.customer !== undefined && actor.customer === idOf(booking.customer),
    isOwnVisit: own !== undefined && visits.filter(isKept).some(isOf(own)),
    isSaidWhy: await isSaidWhy(given),
    isCancellationOpen: !isCustomer || portal.customersMayCancel !== false,
    isDutyDone: active.every(isDutyDone),
    isWorkOver: active.every(({ start }) => Date.parse(start) <= now),
    hasStarted: visits.some(({ start }) => Date.parse(start) <= now),
    isOnlyVisit: active.length <= 1,
  }
}

/** Confirming by hand closes the gates that are still open, and says why where it must (V3). */
const confirmed = ({ actor, command, booking }: Case): Partial<Booking> => {
  const gates = { ...booking.gates }
  if (actor.kind === 'system') return { gates }
  const isOverruled =
    ['open', 'rejected'].includes(gates.approval ?? '') && !may(actor, 'booking.approve')
  const isEarly = gates.customer === 'open' || gates.deposit === 'open'
  if ((isOverruled || isEarly) && !command.reason) {
    throw new DomainError('invalid-input', 'Say why the booking is confirmed before its gates.', {
      status: 422,
      field: 'reason',
    })
  }
  if (gates.approval === 'open' || gates.approval === 'rejected') {
    gates.approval = 'passed'
    gates.approvalBy = actor.name
    gates.approvalReason = command.reason ?? null
  }
  if (gates.customer === 'open') gates.customer = 'passed'
  if (gates.deposit === 'open') gates.deposit = 'passed'
  return { gates }
}

const consequences = async (given: Case, to: Booking['status']): Promise<Partial<Booking>> => {
  const { req, actor, command } = given
  const [by, at] = [actor.name, new Date().toISOString()]
  if (to === 'confirmed') return confirmed(given)
  if (to === 'cancelled') {
    const said = { reason: command.reason ?? null, comment: command.comment ?? null }
    const fee = await cancellationFee(req, given)
    return { cancellation: { ...said, ...fee, by, at, channel: channelOf(req) } }
  }
  if (to === 'no_show') {
    return { noShow: { by, at, feeAmount: await noShowFee(req, given) } }
  }
  return {}
}

/**
 * Guard: a booking's status changes by its lifecycle alone, whatever the door, and with the same
 * consequences as the command (ST-03, BK-11).
 * @throws {DomainError} transition-refused, not-allowed, invalid-input
 */
export const guardBookingStatus: CollectionBeforeChangeHook<Booking> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || !originalDoc || !data.status) return data
  if (data.status === originalDoc.status) return data
  const command = commandIn(data)
  const actor = await actingIn(req, command)
  const portal = await cachedDocument(req, 'portal-settings', () =>
    req.payload.findGlobal({ slug: 'portal-settings', depth: 0, req, overrideAccess: true }),
  )
  const visits = await visitsOf(req, originalDoc.id)
  const given = { req, actor, command, booking: originalDoc, visits, portal }
  const facts = await factsOf(given)
  if (
    data.status === 'cancelled' &&
    !facts.isSaidWhy &&
    originalDoc.status in { pending: 1, confirmed: 1 }
  ) {
    throw new DomainError('invalid-input', 'Say why the booking is cancelled.', {
      status: 422,
      field: actor.customer ? 'comment' : 'reason',
    })
  }
  if (actor.kind !== 'system' && !facts.isCancellationOpen && data.status === 'cancelled') {
    throw new DomainError('feature-off', 'Bookings cannot be cancelled online. Please call us.', {
      status: 403,
    })
  }
  decide({
    lifecycle: bookingLifecycle,
    from: originalDoc.status,
    to: data.status,
    actor,
    facts,
  })
  return { ...data, ...(await consequences(given, data.status)) }
}
