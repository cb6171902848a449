import type { PayloadRequest } from 'payload'
import type { Actor } from '../../access/actor.ts'
import type { Command } from '../../contracts/bookings/command.ts'
import { cancellationFee as decideCancellation } from '../../domain/bookings/cancellation.ts'
import { decideFee, type Fee } from '../../domain/money/fee.ts'
import type { Booking, PortalSetting } from '../../payload-types.ts'
import { settingsOf } from './settings-of.ts'

/** The fee for cancelling, by the settings and what the caller says. @throws {DomainError} not-allowed */
export const cancellationFee = async (
  req: PayloadRequest,
  input: { actor: Actor; command: Command; booking: Booking; portal: PortalSetting },
): Promise<Fee> => {
  const { actor, command, booking, portal } = input
  const { financial } = await settingsOf(req)
  const rules = { ...portal, cancellationFeeAmount: financial.cancellationFeeAmount }
  return decideCancellation(actor, { booking, words: command, rules, now: Date.now() })
}

/** The fee for a no-show: due by the settings, whoever marks it. @throws {DomainError} not-allowed */
export const noShowFee = async (
  req: PayloadRequest,
  { actor, command }: { actor: Actor; command: Command },
): Promise<number> => {
  const { financial } = await settingsOf(req)
  const due = financial.noShowFeeAmount ?? 0
  return decideFee(actor, { due, standard: due, asked: command.fee }).feeAmount
}
