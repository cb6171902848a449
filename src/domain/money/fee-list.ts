import { fraction, fractionOf, multiply, roundHalfUp } from './round-half-up.ts'

/** A fee as the financial settings list it: a fixed amount or a share of the booking's total. */
export type ListedFee = {
  id?: string | null | undefined
  name: string
  kind: 'fixed' | 'percent'
  /** In minor units; of a fixed fee. */
  amount?: number | null | undefined
  /** 0 to 100; of a fee by percent. */
  percent?: number | null | undefined
  isDefault?: boolean | null | undefined
}

/** A listed fee with what it costs for one booking. */
export type PricedFee = { id: string; name: string; amount: number; isDefault: boolean }

/** Id of the one fee that the settings have outside the list. */
export const standardFeeId = 'standard'

const amountOf = ({ kind, amount, percent }: ListedFee, total: number): number =>
  kind === 'fixed'
    ? (amount ?? 0)
    : roundHalfUp(multiply(fraction(total, 100), fractionOf(percent ?? 0)))

/**
 * The fees that may be chosen, the default one first. The settings' standard fee is the default
 * unless the list names another.
 */
export const pricedFees = (
  list: readonly ListedFee[],
  { standard, total }: { standard: number; total: number },
): PricedFee[] => {
  const chosen = list.findIndex(({ isDefault }) => isDefault)
  const listed = list.map((fee, index) => ({
    id: fee.id ?? String(index),
    name: fee.name,
    amount: amountOf(fee, total),
    isDefault: index === chosen,
  }))
  const own = { id: standardFeeId, name: 'Cancellation fee', amount: standard }
  const all = standard > 0 ? [{ ...own, isDefault: chosen < 0 }, ...listed] : listed
  return all.toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault))
}

/** What the settings' default fee costs for a booking of a total; 0 where they have none. */
export const defaultFee = (
  list: readonly ListedFee[],
  terms: { standard: number; total: number },
): number => pricedFees(list, terms).find(({ isDefault }) => isDefault)?.amount ?? 0
