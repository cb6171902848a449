import type { PayloadRequest } from 'payload'
import { type Actor, may } from '../../access/actor.ts'
import type { Command } from '../../contracts/bookings/command.ts'
import { DomainError } from '../../domain/domain-error.ts'
import type { Booking, PortalSetting } from '../../payload-types.ts'
import { settingsOf } from './settings-of.ts'

export type Fee = { feeAmount: number; feeWaived: boolean }

const none: Fee = { feeAmount: 0, feeWaived: false }
const hourMs = 3_600_000

/**
 * The cancellation fee in minor units (CX-08, CX-09, V15): staff add or waive it; customers pay
 * it by the rule alone, when they cancel a confirmed booking inside the notice window.
 * @throws {DomainError} not-allowed when a due fee is waived without the flag
 */
export const cancellationFee = async (
  req: PayloadRequest,
  input: { actor: Actor; command: Command; booking: Booking; portal: PortalSetting },
): Promise<Fee> => {
  const { actor, command, booking, portal } = input
  const { financial } = await settingsOf(req)
  const amount = financial.cancellationFeeAmount ?? 0
  if (actor.kind === 'system') return none
  if (actor.kind === 'customer' || actor.kind === 'link') {
    const noticeMs = (portal.cancelNoticeHours ?? 0) * hourMs
    const start = booking.startsAt ? Date.parse(booking.startsAt) : Number.POSITIVE_INFINITY
    const isLate = booking.status === 'confirmed' && start - Date.now() < noticeMs
    return portal.cancelFeeAutomatic && isLate ? { feeAmount: amount, feeWaived: false } : none
  }
  if (command.fee === 'waive') {
    if (amount > 0 && !may(actor, 'fee.waive')) {
      throw new DomainError('not-allowed', 'Your role may not waive the fee.', {
        status: 403,
        field: 'fee',
      })
    }
    return { feeAmount: 0, feeWaived: true }
  }
  return command.fee ? { feeAmount: command.fee.amount, feeWaived: false } : none
}
