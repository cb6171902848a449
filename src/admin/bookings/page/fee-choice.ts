import type { CancelTerms } from './cancel-terms.ts'

/** What is chosen about the fee: none, one of the settings' by its id, or an amount of one's own. */
export type FeeChoice = { pick: string; amount: string }

export const noFee = 'none'
export const otherFee = 'other'

/** What would happen if nobody said anything. */
export const firstChoice = ({ feeDue, fees }: CancelTerms): FeeChoice => ({
  pick: feeDue ? (fees[0]?.id ?? noFee) : noFee,
  amount: '',
})

const hours = (count: number): string => (count === 1 ? '1 hour' : `${count} hours`)

/** Whether a fee is due and why, in a sentence. */
export const feeReason = ({ free, noticeHours }: CancelTerms): string => {
  if (free === 'ahead') return `Free: the visit is more than ${hours(noticeHours ?? 0)} ahead.`
  if (free === 'unconfirmed') return 'Free: the booking isn’t confirmed yet.'
  if (free === 'settings') return 'Free: the settings charge nothing by themselves.'
  return `A fee is due: the visit is less than ${hours(noticeHours ?? 0)} ahead.`
}

/** The settings' fees that the reader may charge: less than is due takes a right. */
export const openFees = ({ fees, feeDue, feeAmount, mayWaive, mayPrice }: CancelTerms) =>
  fees.filter(
    ({ amount }) => amount > 0 && (!feeDue || amount >= feeAmount || mayWaive || mayPrice),
  )

/** The part of the cancel command's body that says what is charged. */
export const feeBody = (
  { pick, amount }: FeeChoice,
  { feeDue }: Pick<CancelTerms, 'feeDue'>,
  minorOf: (text: string) => number,
): object => {
  if (pick === noFee) return feeDue ? { fee: 'waive' } : {}
  if (pick === otherFee) return { fee: { amount: minorOf(amount) } }
  return { fee: { listed: pick } }
}
