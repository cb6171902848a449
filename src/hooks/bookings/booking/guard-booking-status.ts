import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import type { Actor } from '../../../access/actor.ts'
import { channelOf } from '../../../access/channel-of.ts'
import type { Command } from '../../../contracts/bookings/command.ts'
import { bookingLifecycle } from '../../../domain/bookings/booking-lifecycle.ts'
import { cancellationFee, noShowFee } from '../../../domain/bookings/cancellation.ts'
import { type BookingCase, bookingFacts } from '../../../domain/bookings/facts.ts'
import { closedGates } from '../../../domain/bookings/gates.ts'
import { awaitsApproval } from '../../../domain/bookings/states.ts'
import { DomainError } from '../../../domain/domain-error.ts'
import { decide } from '../../../domain/lifecycle.ts'
import type { Booking } from '../../../payload-types.ts'
import { actingIn } from '../../../steps/bookings/acting-in.ts'
import { bookingCase } from '../../../steps/bookings/booking-case.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'

type Change = {
  req: PayloadRequest
  actor: Actor
  command: Command
  booking: Booking
  known: BookingCase
}

/** Confirming by hand closes the gates that are still open. */
const confirmed = ({ actor, command, booking }: Change): Partial<Booking> => {
  const { gates = {} } = booking
  if (actor.kind === 'system') return { gates }
  const approved = awaitsApproval(gates) && {
    approvalBy: actor.name,
    approvalReason: command.reason ?? null,
  }
  return { gates: { ...gates, ...closedGates(gates), ...approved } }
}

const cancelled = ({ req, actor, command, known }: Change): Partial<Booking> => {
  const { booking, rules, now } = known
  const fee = cancellationFee(actor, { booking, words: command, rules, now })
  return {
    cancellation: {
      ...{ reason: command.reason ?? null, comment: command.comment ?? null, ...fee },
      ...{ by: actor.name, at: new Date(now).toISOString(), channel: channelOf(req) },
    },
  }
}

/** What is said about a no-show's fee, of which the settings have one alone. */
const amountIn = ({ fee }: Command) => {
  if (typeof fee !== 'object' || !('listed' in fee)) return fee
  const message = 'A no-show has no list of fees. Give an amount, or leave the fee out.'
  throw new DomainError('invalid-input', message, { field: 'fee' })
}

const consequences = (change: Change, to: Booking['status']): Partial<Booking> => {
  const { actor, command, known } = change
  const { rules, now } = known
  if (to === 'confirmed') return confirmed(change)
  if (to === 'cancelled') return cancelled(change)
  if (to !== 'no_show') return {}
  const feeAmount = noShowFee(actor, { fee: amountIn(command), rules })
  return { noShow: { by: actor.name, at: new Date(now).toISOString(), feeAmount } }
}

/**
 * Guard: a booking's status changes by its lifecycle alone, whatever the door, and with the same
 * consequences as the command.
 * @throws {DomainError} transition-refused, not-allowed, invalid-input, feature-off
 */
export const guardBookingStatus: CollectionBeforeChangeHook<Booking> = async ({
  data,
  operation,
  originalDoc: booking,
  req,
}) => {
  if (operation !== 'update' || !booking || !data.status) return data
  if (data.status === booking.status) return data
  const command = commandIn(data)
  const actor = await actingIn(req, command)
  const known = await bookingCase(req, { actor, command, booking })
  const { status: to } = data
  const facts = bookingFacts(known)
  decide({ lifecycle: bookingLifecycle, from: booking.status, to, actor, facts })
  return { ...data, ...consequences({ req, actor, command, booking, known }, to) }
}
