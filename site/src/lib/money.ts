import type { Money } from './shapes.ts'

/** "$189.00", in the company's own currency without a country code before it. */
export function moneyWords({ amount, currency }: Money): string {
  const format = new Intl.NumberFormat('en-AU', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(amount / 10 ** digits)
}

const units = { job: '', time: ' an hour', unit: ' each' }

/** "$189.00", "$95.00 an hour", or "Price on request". */
export const priceWords = (of: { price: Money | null; priceModel: keyof typeof units }) =>
  of.price ? `${moneyWords(of.price)}${units[of.priceModel]}` : 'Price on request'
