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

const countOf = ({ priceModel, quantity, durationMinutes }: LinePricing): number =>
  priceModel === 'time' ? (durationMinutes / 60) * quantity : quantity

/** The price of a service line, rounded once to whole minor units, tax taken out or put on. */
export const priceLine = (line: LinePricing): LinePrice => {
  const count = countOf(line)
  const amount = Math.round(line.unitAmount * count)
  const rate = line.taxPercent / 100
  const tax = Math.round(line.pricesIncludeTax ? amount - amount / (1 + rate) : amount * rate)
  const subtotal = line.pricesIncludeTax ? amount - tax : amount
  return {
    subtotal,
    tax,
    total: subtotal + tax,
    breakdown: [
      { label: labels[line.priceModel], quantity: count, unitAmount: line.unitAmount, amount },
    ],
  }
}
