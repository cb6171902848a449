import { DomainError } from '../domain-error.ts'

/** A fee in minor units, and whether one that was due is not charged. */
export type Fee = { feeAmount: number; feeWaived: boolean }

/** What somebody says about the fee: an amount, or none. */
export type AskedFee = 'waive' | { amount: number } | undefined

const refused = (message: string) => new DomainError('not-allowed', message, { field: 'fee' })

/**
 * The fee for cancelling or for a no-show: what is due unless something else is asked for. None
 * where one is due takes `fee.waive`, an amount other than the settings' takes `price.edit`.
 * @throws {DomainError} not-allowed
 */
export const decideFee = (
  { permissions }: { permissions: ReadonlySet<string> },
  {
    due,
    standard,
    asked,
  }: {
    /** What has to be paid if nobody says anything. */
    due: number
    /** The settings' fee, which is not always due. */
    standard: number
    asked: AskedFee
  },
): Fee => {
  if (asked === undefined) return { feeAmount: due, feeWaived: false }
  const feeAmount = asked === 'waive' ? 0 : asked.amount
  if (feeAmount === 0) {
    if (due > 0 && !permissions.has('fee.waive')) throw refused('Your role may not waive the fee.')
    return { feeAmount, feeWaived: asked === 'waive' || due > 0 }
  }
  const isFromSettings = feeAmount === due || feeAmount === standard
  if (isFromSettings || permissions.has('price.edit')) return { feeAmount, feeWaived: false }
  throw refused('Your role may not charge another fee than the one in the settings. Leave it out.')
}
