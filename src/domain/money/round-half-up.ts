/** A number as a fraction of whole numbers, with exactly the decimals it is written with. */
export type Fraction = { numerator: bigint; denominator: bigint }

/** A whole number, or the quotient of two. */
export const fraction = (
  numerator: number | bigint,
  denominator: number | bigint = 1,
): Fraction => ({
  numerator: BigInt(numerator),
  denominator: BigInt(denominator),
})

/** `7.25` is 725/100, whatever binary makes of it. */
export const fractionOf = (value: number): Fraction => {
  const [mantissa = '0', exponent = '0'] = String(value).toLowerCase().split('e')
  const [whole = '0', decimals = ''] = mantissa.split('.')
  const shift = Number(exponent) - decimals.length
  const digits = BigInt(`${whole}${decimals}`)
  return shift >= 0
    ? fraction(digits * 10n ** BigInt(shift))
    : fraction(digits, 10n ** BigInt(-shift))
}

/** The exact product. */
export const multiply = (...factors: Fraction[]): Fraction =>
  factors.reduce((product, factor) => ({
    numerator: product.numerator * factor.numerator,
    denominator: product.denominator * factor.denominator,
  }))

/**
 * The nearest whole number; a half goes up. The one place where money is rounded: multiply first,
 * round once.
 */
export const roundHalfUp = ({ numerator, denominator }: Fraction): number => {
  const doubled = 2n * numerator + denominator
  const by = 2n * denominator
  const quotient = doubled / by
  return Number(doubled % by < 0n ? quotient - 1n : quotient)
}
