import { normalisePostcode } from './places.ts'

/** More than any company's area has, so that a mistyped range is noticed. */
const most = 2000

const range = /^(\d{3,6})\s*[-–—]\s*(\d{3,6})$/

const inRange = (from: string, to: string): string[] => {
  const [first, last] = [Number(from), Number(to)]
  if (from.length !== to.length || last < first || last - first >= most) return []
  return Array.from({ length: last - first + 1 }, (_, at) =>
    String(first + at).padStart(from.length, '0'),
  )
}

const isPostcode = (word: string) => /^[\dA-Z]{2,10}$/.test(normalisePostcode(word))

const readPart = (part: string): string[] => {
  const [, from, to] = range.exec(part) ?? []
  if (from && to) return inRange(from, to)
  return isPostcode(part) ? [part.toUpperCase()] : []
}

/**
 * Postcodes as people list them: separated by commas or new lines, with ranges such as `2000-2010`.
 * Null where a part is neither, or where they are more than 2,000.
 */
export const readPostcodes = (typed: string): string[] | null => {
  const parts = typed
    .split(/[,;\n]+/)
    .map((part) => part.trim())
    .filter(Boolean)
  const read = parts.map(readPart)
  if (read.length === 0 || read.some((each) => each.length === 0)) return null
  const all = [...new Set(read.flat())]
  return all.length > most ? null : all
}

/** Says how postcodes are given. */
export const postcodesRefusal =
  'Enter postcodes separated by commas, such as 2000, 2010, 2040-2044.'
