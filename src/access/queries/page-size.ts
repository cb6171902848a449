import { QueryRefusal } from './query-refusal.ts'

/** Most records on one page, for every caller. */
export const maxPage = 500

const pagesByDepth = [maxPage, 100, 50]

/** Most records on one page that brings along what they refer to, `depth` relations deep. */
export const longestPage = (depth: number): number => pagesByDepth[Math.min(depth, 2)] ?? maxPage

export const lastPage = 1_000_000

/** @throws {QueryRefusal} invalid-input, for what is no number of a page */
export const checkPage = (page: unknown): void => {
  if (page !== null) readNumber(String(page), 'page', lastPage)
}

/**
 * A whole number in a query string; undefined if it is absent.
 * @throws {QueryRefusal} invalid-input
 */
export const readNumber = (value: unknown, name: string, most: number): number | undefined => {
  if (value === undefined) return undefined
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : -1
  if (number >= 0 && number <= most) return number
  throw new QueryRefusal(`“${name}” is a whole number from 0 to ${most}.`, name)
}
