import { fraction, fractionOf, multiply, roundHalfUp } from './round-half-up.ts'

/** The tax on top of an amount in minor units; 10 means ten per cent. */
export const taxOn = (amount: number, taxPercent: number): number =>
  roundHalfUp(multiply(fraction(amount), fractionOf(taxPercent), fraction(1, 100)))

/** The tax that an amount in minor units includes. */
export const taxWithin = (amount: number, taxPercent: number): number => {
  const { numerator, denominator } = fractionOf(taxPercent)
  const share = fraction(numerator, 100n * denominator + numerator)
  return roundHalfUp(multiply(fraction(amount), share))
}
