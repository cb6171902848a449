import { maxPage } from '../../access/queries/page-size.ts'
import { refusal } from './refusal.ts'

const maxAddress = 4096
const maxParameters = 200
const maxPathDepth = 12
const maxDepth = 40
/** Every value passes through all rules of its door: so many hold other requests for a moment. */
const maxValues = 5000
const nul = /%00|\\u0000|\0/i

const invalid = (message: string, field?: string) => refusal(422, 'invalid-input', message, field)

/** @throws {Refusal} 400 for an address with a percent sign that encodes nothing */
export const checkEncoding = (address: string): void => {
  try {
    decodeURIComponent(address.replaceAll('+', ' '))
  } catch {
    throw refusal(400, 'invalid-input', 'This address is not encoded correctly.')
  }
}

/** @throws {Refusal} for an address that is too long, malformed or asks for too much at once */
export const checkAddress = (address: string): void => {
  if (address.length > maxAddress) throw refusal(414, 'too-large', 'This address is too long.')
  if (nul.test(address)) throw invalid('An address may not carry a zero byte.')
  checkEncoding(address)
  checkParameters(new URL(address, 'http://x').searchParams, maxParameters)
}

/** @throws {Refusal} for a query that asks for too much at once */
export const checkParameters = (searchParams: URLSearchParams, most: number): void => {
  const names = [...searchParams.keys()]
  if (names.length > most) throw invalid('This query has too many parameters.')
  if (names.some((name) => name.split('[').length > maxPathDepth)) {
    throw invalid('This query is nested too deeply.')
  }
  const limit = searchParams.get('limit')
  if (limit !== null && !(/^\d{1,6}$/.test(limit) && Number(limit) <= maxPage)) {
    throw invalid(`Ask for ${maxPage} records at most.`, 'limit')
  }
  const page = searchParams.get('page')
  if (page !== null && !/^\d{1,6}$/.test(page)) throw invalid('Give the page as a number.', 'page')
}

/**
 * Counts brackets and commas outside of strings, which is what nests and separates values.
 * @throws {Refusal} for JSON that is too deep or has too many values
 */
export const checkShape = (text: string): void => {
  let [depth, values] = [0, 1]
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (inString) {
      if (letter === '\\') at++
      else if (letter === '"') inString = false
    } else if (letter === '"') inString = true
    else if (letter === ',') values += 1
    else if (letter === '{' || letter === '[') {
      depth += 1
      values += 1
      if (depth > maxDepth) throw invalid('This JSON is nested too deeply.')
    } else if (letter === '}' || letter === ']') depth -= 1
    if (values > maxValues) {
      throw refusal(413, 'too-large', `A request may carry ${maxValues} values at most.`)
    }
  }
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw refusal(400, 'invalid-input', 'The body is not JSON.')
  }
}

/** @throws {Refusal} for JSON that is no object, too deep, too large or carries a zero byte */
export const checkJson = (body: Buffer): void => {
  const text = body.toString('utf8')
  if (nul.test(text)) throw invalid('Text may not carry a zero byte.')
  checkShape(text)
  const value = parse(text)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return
  throw refusal(400, 'invalid-input', 'The body has to be one JSON object.')
}
