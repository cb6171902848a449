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

/** Quantity and price of a demo line: hours by the visit's length, a few units, or one job. */
export const linePrice = (service: SeedService, random: Random): LinePrice => {
  const unit = { job: 'job', time: 'hour', unit: 'unit' }[service.priceModel ?? 'job']
  const quantity = unit === 'hour' ? service.durationMinutes / 60 : 1
  const count = unit === 'unit' ? random.between(2, 6) : quantity
  const totalAmount = Math.round(service.priceAmount * count)
  return {
    quantity: count,
    unit,
    unitAmount: service.priceAmount,
    taxPercent,
    totalAmount,
    taxAmount: Math.round((totalAmount * taxPercent) / (100 + taxPercent)),
  }
}
