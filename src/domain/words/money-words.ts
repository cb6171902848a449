import { memoize } from '../memoize.ts'
import { usableLocale } from '../records/locale.ts'

/** Minor units of an ISO 4217 currency. */
type Money = { amount: number; currency: string }
type Style = {
  locale: string
  /** `short` leaves zeros away: "$189". Default: "$189.00". */
  whole?: 'short'
}
type Format = { words: (amount: number) => string; digits: number }

/** Of a currency that Intl refuses to write, stored before codes were checked. */
const plainFormat = (currency: string): Format => ({
  words: (amount) => `${amount.toFixed(2)} ${currency}`,
  digits: 2,
})

const formatOf = memoize((currency: string, { locale, whole }: Style): Format => {
  if (!/^[a-z]{3}$/i.test(currency)) return plainFormat(currency)
  const format = new Intl.NumberFormat(usableLocale(locale), {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay: whole === 'short' ? 'stripIfInteger' : 'auto',
  })
  return {
    words: (amount) => format.format(amount),
    digits: format.resolvedOptions().maximumFractionDigits ?? 2,
  }
})

/** How many digits a currency has behind the point: 2 for EUR, 0 for JPY, 3 for KWD. */
export const currencyDigits = (currency: string): number =>
  formatOf(currency, { locale: 'en' }).digits

/** "$189.00" of 18900 minor units, as the locale writes it, without a country before its sign. */
export const moneyWords = ({ amount, currency }: Money, style: Style): string => {
  const { words, digits } = formatOf(currency, style)
  return words(amount / 10 ** digits)
}
