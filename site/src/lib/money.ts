import { moneyWords as moneyIn } from '../../../src/domain/words/money-words.ts'
import { perWords, priceOnRequest } from './booking-words.ts'
import type { Money } from './shapes.ts'
import { siteLocale } from './site-locale.ts'

/** "$189.00"; with `whole: 'short'` an amount without cents is "$189". */
export const moneyWords = (money: Money, style: { whole?: 'short' } = {}): string =>
  moneyIn(money, { ...style, locale: siteLocale() })

/** "$189", "$95 an hour", or null where no price is published. */
export const publishedPrice = (
  of: { price: Money | null; priceModel: keyof typeof perWords },
  locale = siteLocale(),
): string | null =>
  of.price && `${moneyIn(of.price, { locale, whole: 'short' })}${perWords[of.priceModel]}`

/** "$189", "$95 an hour", or "Price on request". */
export const priceWords = (of: Parameters<typeof publishedPrice>[0]): string =>
  publishedPrice(of) ?? priceOnRequest
