import { priceLine } from '../domain/money/price-line.ts'
import type { Random } from './random.ts'
import type { SeedService } from './world.ts'

export type LinePrice = {
  quantity: number
  unit: string
  unitAmount: number
  taxPercent: number
  totalAmount: number
  /** Part of the total: the demo's prices include tax. */
  taxAmount: number
}

const taxPercent = 10
/** What the office quotes for work that is priced on request. */
const quotedAmount = 64000
const units = { job: 'job', time: 'hour', unit: 'unit' } as const

/** Quantity and price of a demo line: one job or visit, or a few units. */
export const linePrice = (service: SeedService, random: Random): LinePrice => {
  const priceModel = service.priceModel ?? 'job'
  const quantity = priceModel === 'unit' ? random.between(2, 6) : 1
  const { durationMinutes } = service
  const unitAmount = service.priceAmount || quotedAmount
  const price = priceLine({
    ...{ priceModel, unitAmount, quantity, durationMinutes, taxPercent },
    pricesIncludeTax: true,
  })
  return {
    ...{ quantity, unit: units[priceModel], unitAmount, taxPercent },
    totalAmount: price.total,
    taxAmount: price.tax,
  }
}
