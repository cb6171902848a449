import { fraction, fractionOf, multiply, roundHalfUp } from '../../domain/money/round-half-up.ts'
import { currencyDigits } from '../../domain/words/money-words.ts'

/** An amount as people type it (`149.00`, `149,00`) in minor units; `NaN` where it is none. */
export const minorOf = (typed: string, currency: string): number => {
  const text = typed.trim().replace(',', '.')
  const amount = Number(text)
  if (text === '' || !Number.isFinite(amount)) return Number.NaN
  return roundHalfUp(multiply(fractionOf(amount), fraction(10 ** currencyDigits(currency))))
}
