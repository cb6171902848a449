import type { Plan } from '../../contracts/bookings/bookings.ts'
import { priceLine } from '../../domain/money/price-line.ts'
import type { Service } from '../../payload-types.ts'
import type { PlannedLine } from './plan-types.ts'
import type { BookingRules } from './settings-of.ts'

const units = { job: 'job', time: 'hour', unit: 'unit' } as const

/** A planned line without its visits: the catalogue's price, or the one that staff gave. */
export const priceOfLine = (
  { line, service }: { line: Plan[number]; service: Service },
  { financial }: BookingRules,
): Omit<PlannedLine, 'visits'> => {
  const quantity = line.quantity ?? 1
  const unitAmount = line.unitAmount ?? service.priceAmount
  const taxPercent = service.taxPercent ?? financial.taxPercent ?? 0
  const price = priceLine({
    priceModel: service.priceModel,
    unitAmount,
    quantity,
    durationMinutes: service.durationMinutes,
    taxPercent,
    pricesIncludeTax: financial.pricesIncludeTax ?? false,
  })
  return {
    service: service.id,
    description: line.description ?? service.name,
    quantity,
    unit: units[service.priceModel],
    durationMinutes: service.durationMinutes,
    unitAmount,
    taxPercent,
    subtotalAmount: price.subtotal,
    taxAmount: price.tax,
    totalAmount: price.total,
    breakdown: price.breakdown,
    requiresApproval: service.requiresApproval ?? false,
    answers: line.answers ?? null,
  }
}
