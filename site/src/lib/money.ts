import type { Money } from './shapes.ts'

type Style = { whole?: 'short' }
type Format = { format: Intl.NumberFormat; digits: number }

const known = new Map<string, Format>()

/** Kept, for making a format costs some twenty times what using it does. */
const formatOf = (currency: string, { whole }: Style): Format => {
  const key = `${currency} ${whole}`
  const found = known.get(key)
  if (found) return found
  const format = new Intl.NumberFormat('en-AU', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay: whole === 'short' ? 'stripIfInteger' : 'auto',
  })
  const made = { format, digits: format.resolvedOptions().maximumFractionDigits ?? 2 }
  known.set(key, made)
  return made
}

/**
 * "$189.00", in the company's own currency without a country code before it; with `whole: 'short'`
 * an amount without cents is "$189".
 */
export function moneyWords({ amount, currency }: Money, style: Style = {}): string {
  const { format, digits } = formatOf(currency, style)
  return format.format(amount / 10 ** digits)
}

const units = { job: '', time: ' an hour', unit: ' each' }

/** "$189", "$95 an hour", or "Price on request". */
export const priceWords = (of: { price: Money | null; priceModel: keyof typeof units }) =>
  of.price
    ? `${moneyWords(of.price, { whole: 'short' })}${units[of.priceModel]}`
    : 'Price on request'
