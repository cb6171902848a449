import { DomainError } from '../domain-error.ts'

/** A fee in minor units, and whether one that was due is not charged. */
export type Fee = { feeAmount: number; feeWaived: boolean }

/** What somebody says about the fee: an amount, or none. */
export type AskedFee = 'waive' | { amount: number } | undefined

const refused = (message: string) => new DomainError('not-allowed', message, { field: 'fee' })

/**
 * The fee for cancelling or for a no-show: what is due unless something else is asked for. None
 * where one is due takes `fee.waive`, less than is due either that or `price.edit`, and an amount
 * that the settings do not have takes `price.edit`.
 * @throws {DomainError} not-allowed
 */
export const decideFee = (
  { permissions }: { permissions: ReadonlySet<string> },
  {
    due,
    standards,
    asked,
  }: {
    /** What has to be paid if nobody says anything. */
    due: number
    /** The amounts of the settings' fees, which are not always due. */
    standards: readonly number[]
    asked: AskedFee
  },
): Fee => {
  if (asked === undefined) return { feeAmount: due, feeWaived: false }
  const feeAmount = asked === 'waive' ? 0 : asked.amount
  if (feeAmount === 0) {
    if (due > 0 && !permissions.has('fee.waive')) throw refused('Your role may not waive the fee.')
    return { feeAmount, feeWaived: due > 0 }
  }
  const mayLower = permissions.has('fee.waive') && standards.includes(feeAmount)
  const isFromSettings = feeAmount === due || (feeAmount > due && standards.includes(feeAmount))
  if (isFromSettings || mayLower || permissions.has('price.edit')) {
    return { feeAmount, feeWaived: false }
  }
  throw refused('Your role may not charge another fee than the one in the settings. Leave it out.')
}
