import { fraction, fractionOf, multiply, roundHalfUp } from './round-half-up.ts'
import { taxOn, taxWithin } from './tax.ts'

export type LinePricing = {
  priceModel: 'job' | 'time' | 'unit'
  /** Minor units for a job, an hour or a unit. */
  unitAmount: number
  quantity: number
  durationMinutes: number
  /** 10 means ten per cent. */
  taxPercent: number
  pricesIncludeTax: boolean
}

/** Amounts in minor units; `subtotal + tax = total`. */
export type LinePrice = {
  subtotal: number
  tax: number
  total: number
  breakdown: { label: string; quantity: number; unitAmount: number; amount: number }[]
}

const labels = { job: 'Per job', time: 'Per hour', unit: 'Per unit' }

/** How many are charged for: jobs, units, or the hours of all of them. */
const countOf = ({ priceModel, quantity, durationMinutes }: LinePricing) =>
  priceModel === 'time'
    ? multiply(fractionOf(durationMinutes), fractionOf(quantity), fraction(1, 60))
    : fractionOf(quantity)

/** The price of a service line, rounded once to whole minor units, tax taken out or put on. */
export const priceLine = (line: LinePricing): LinePrice => {
  const { unitAmount, taxPercent } = line
  const count = countOf(line)
  const amount = roundHalfUp(multiply(fractionOf(unitAmount), count))
  const tax = line.pricesIncludeTax ? taxWithin(amount, taxPercent) : taxOn(amount, taxPercent)
  const subtotal = line.pricesIncludeTax ? amount - tax : amount
  const quantity = Number(count.numerator) / Number(count.denominator)
  return {
    subtotal,
    tax,
    total: subtotal + tax,
    breakdown: [{ label: labels[line.priceModel], quantity, unitAmount, amount }],
  }
}
