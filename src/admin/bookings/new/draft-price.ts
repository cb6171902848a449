import { priceLine } from '../../../domain/money/price-line.ts'
import { amountText } from '../../ui/amount.ts'
import type { BookingDraft, ServiceChoice } from './booking-draft.ts'

const lineAmount = (service: ServiceChoice, quantity: number): number | undefined => {
  const { unitAmount, priceModel, durationMinutes } = service
  if (unitAmount === undefined) return undefined
  const untaxed = { taxPercent: 0, pricesIncludeTax: true }
  return priceLine({ priceModel, unitAmount, quantity, durationMinutes, ...untaxed }).total
}

/** What the services of the draft cost by the price list, in words; empty before one is chosen. */
export const draftPrice = (
  draft: Pick<BookingDraft, 'more' | 'quantity' | 'service'>,
  { services, currency }: { services: ServiceChoice[]; currency: string },
): string => {
  const amounts = [draft, ...draft.more].flatMap(({ service, quantity }) => {
    const found = services.find(({ id }) => id === service)
    return found ? [lineAmount(found, quantity)] : []
  })
  if (amounts.length === 0) return ''
  const priced = amounts.filter((amount) => amount !== undefined)
  if (priced.length === 0) return 'Price on request'
  const sum = amountText(
    priced.reduce((total, amount) => total + amount, 0),
    currency,
  )
  return priced.length === amounts.length ? sum : `${sum}, the rest on request`
}
