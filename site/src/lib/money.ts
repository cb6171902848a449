import type { Money } from './shapes.ts'

type Style = { whole?: 'short' }

/**
 * "$189.00", in the company's own currency without a country code before it; with `whole: 'short'`
 * an amount without cents is "$189".
 */
export function moneyWords({ amount, currency }: Money, { whole }: Style = {}): string {
  const format = new Intl.NumberFormat('en-AU', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay: whole === 'short' ? 'stripIfInteger' : 'auto',
  })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(amount / 10 ** digits)
}

const units = { job: '', time: ' an hour', unit: ' each' }

/** "$189", "$95 an hour", or "Price on request". */
export const priceWords = (of: { price: Money | null; priceModel: keyof typeof units }) =>
  of.price
    ? `${moneyWords(of.price, { whole: 'short' })}${units[of.priceModel]}`
    : 'Price on request'
