/** Blanks and dashes of every kind as plain ones, without marks that nobody sees. */
export const plainNumber = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/[\p{Z}\s]+/gu, ' ')
    .replaceAll(/[\p{Pd}\u2212]/gu, '-')
    .trim()

/** The digits to look for in stored numbers; null for a text that is not part of a number. */
export const phoneDigits = (typed: string): string | null => {
  const text = plainNumber(typed)
  if (!/^\+?[\d ()./-]+$/.test(text)) return null
  // A national prefix, as in 0412, is not stored, nor are the two zeros before a country code.
  const digits = text.replaceAll(/\D/g, '').replace(/^0+/, '')
  return digits.length >= 3 ? digits : null
}
