export type CancelTerms = {
  feeAmount: number
  /** Whether the fee is charged if nobody says anything. */
  feeDue: boolean
  currency: string
  mayWaive: boolean
  reasonRequired: boolean
  /** Who will be notified, in words. */
  notified: string[]
}
