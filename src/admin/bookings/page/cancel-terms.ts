export type CancelTerms = {
  feeAmount: number
  currency: string
  mayWaive: boolean
  reasonRequired: boolean
  /** Who will be told, in words. */
  told: string[]
}
