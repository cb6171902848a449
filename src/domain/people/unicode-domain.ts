const base = 36
const leastThreshold = 1
const mostThreshold = 26
const skew = 38
const damp = 700
const firstBias = 72
const firstCode = 0x80
const lastCode = 0x10_ff_ff

/** `a` to `z` are 0 to 25, `0` to `9` are 26 to 35. */
const digitOf = (sign: string): number => {
  const code = sign.charCodeAt(0)
  return code < 58 ? code - 22 : code - 97
}

const adapt = (delta: number, count: number, isFirst: boolean): number => {
  let rest = Math.floor(delta / (isFirst ? damp : 2))
  rest += Math.floor(rest / count)
  let steps = 0
  while (rest > ((base - leastThreshold) * mostThreshold) / 2) {
    rest = Math.floor(rest / (base - leastThreshold))
    steps += base
  }
  return steps + Math.floor(((base - leastThreshold + 1) * rest) / (rest + skew))
}

/** Punycode without its prefix as the letters it stands for, where it stands for any. RFC 3492 §6.2. */
const decoded = (encoded: string): string => {
  const cut = encoded.lastIndexOf('-')
  const letters = cut > 0 ? encoded.slice(0, cut).split('') : []
  const signs = encoded.slice(cut > 0 ? cut + 1 : 0).split('')
  let [code, at, bias] = [firstCode, 0, firstBias]
  while (signs.length > 0) {
    const before = at
    let weight = 1
    for (let step = base; ; step += base) {
      const digit = digitOf(signs.shift() ?? 'a')
      at += digit * weight
      const threshold = Math.min(Math.max(step - bias, leastThreshold), mostThreshold)
      if (digit < threshold) break
      weight *= base - threshold
    }
    bias = adapt(at - before, letters.length + 1, before === 0)
    code += Math.floor(at / (letters.length + 1))
    at %= letters.length + 1
    if (code > lastCode) return `xn--${encoded}`
    letters.splice(at, 0, String.fromCodePoint(code))
    at += 1
  }
  return letters.join('')
}

/** A valid ASCII domain with the letters of its names that the DNS holds encoded. */
export const unicodeDomain = (domain: string): string =>
  domain
    .split('.')
    .map((name) => (name.startsWith('xn--') ? decoded(name.slice('xn--'.length)) : name))
    .join('.')
