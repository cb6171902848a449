/** The codes of ISO 4217 that Intl knows. */
export const currencyCodes: readonly string[] = Intl.supportedValuesOf('currency')

const known = new Set(currencyCodes)

/** The code of a currency in capitals; null for whatever is none. */
export const readCurrency = (typed: string): string | null => {
  const code = typed.trim().toUpperCase()
  return known.has(code) ? code : null
}

/** Says how a currency is given. */
export const currencyRefusal = 'There is no such currency. Give its code, such as EUR or USD.'
