import { moneyWords } from '../../domain/words/money-words.ts'
import { panelLocale } from './panel-locale.ts'

/** `$149.00`: minor units of an ISO 4217 currency in words of the panel's locale. */
export const amountText = (minor: number | null | undefined, currency: string): string =>
  moneyWords({ amount: minor ?? 0, currency }, { locale: panelLocale() })
