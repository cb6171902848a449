import type { CollectionBeforeChangeHook } from 'payload'
import {
  approvalLifecycle,
  customerGateLifecycle,
} from '../../../domain/bookings/gate-lifecycle.ts'
import { gateFacts } from '../../../domain/bookings/facts.ts'
import { DomainError } from '../../../domain/domain-error.ts'
import { decide } from '../../../domain/lifecycle.ts'
import type { Booking } from '../../../payload-types.ts'
import { actingIn } from '../../../steps/bookings/acting-in.ts'
import { bookingIn } from '../../../steps/bookings/booking-case.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'

/**
 * Guard: approval and the customer's confirmation move by their lifecycles (docs/lifecycles.md).
 * @throws {DomainError} transition-refused, not-allowed, command-needed
 */
export const guardGates: CollectionBeforeChangeHook<Booking> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || !originalDoc) return data
  const [before, after] = [originalDoc.gates ?? {}, data.gates ?? originalDoc.gates ?? {}]
  const command = commandIn(data)
  const actor = await actingIn(req, command)
  if ((after.deposit ?? 'not_required') !== (before.deposit ?? 'not_required')) {
    throw new DomainError('command-needed', 'Deposits follow from payments.', {
      field: 'gates.deposit',
    })
  }
  const reason = command.reason ?? after.approvalReason ?? null
  const words = reason ? { reason } : {}
  const facts = gateFacts({ actor, booking: bookingIn(originalDoc), words })
  const gates = { ...before }
  if (after.approval && after.approval !== before.approval) {
    const from = before.approval ?? 'not_required'
    decide({ lifecycle: approvalLifecycle, from, to: after.approval, actor, facts })
    gates.approval = after.approval
    gates.approvalBy = actor.name
    gates.approvalReason = reason
  }
  if (after.customer && after.customer !== before.customer) {
    const from = before.customer ?? 'not_required'
    decide({ lifecycle: customerGateLifecycle, from, to: after.customer, actor, facts })
    gates.customer = after.customer
  }
  return { ...data, gates }
}
