type Options<Given extends readonly unknown[]> = {
  /** Results kept before all of them are dropped. Default: 500. */
  most?: number
  /** What tells calls apart. Default: the arguments as JSON. */
  keyOf?: (...given: Given) => string
}

const asJson = (...given: readonly unknown[]): string => JSON.stringify(given)

/**
 * A pure function that computes each result once: building a formatter or reading a locale costs a
 * hundred times more than looking it up.
 */
export const memoize = <Given extends readonly unknown[], Result>(
  compute: (...given: Given) => Result,
  { most = 500, keyOf = asJson }: Options<Given> = {},
): ((...given: Given) => Result) => {
  const known = new Map<string, Result>()
  return (...given) => {
    const key = keyOf(...given)
    const found = known.get(key)
    if (found !== undefined || known.has(key)) return found as Result
    const result = compute(...given)
    if (known.size >= most) known.clear()
    known.set(key, result)
    return result
  }
}
