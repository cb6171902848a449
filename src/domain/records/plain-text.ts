/** Control characters other than tab and line break, and the marks that turn the direction of text. */
const hidden = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]|[^\P{Cc}\t\n\r]/gu

/** Text without the characters that nobody sees and that make it read as something else. */
export const plainText = (text: string): string => text.replaceAll(hidden, '')

/** Secrets are what their owners typed. */
const secrets = new Set(['password'])

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null)

/** The same of every text in a document; the document itself where there is nothing to change. */
export const plainTexts = <Value>(value: Value): Value => {
  if (typeof value === 'string') return plainText(value) as Value
  if (Array.isArray(value)) return value.map(plainTexts) as Value
  if (!isRecord(value)) return value
  const entries = Object.entries(value).map(([name, inner]) => [
    name,
    secrets.has(name) ? inner : plainTexts(inner),
  ])
  return Object.fromEntries(entries) as Value
}
