import type { FlattenedField } from 'payload'
import { QueryRefusal } from './query-refusal.ts'

/** Most records on one page, for every caller. */
export const maxPage = 500

const pagesByDepth = [maxPage, 100, 50]
const manyFields = 40
const pageOfMany = 200

const countOf = (fields: FlattenedField[]): number =>
  fields.reduce(
    (sum, field) =>
      sum + (field.type === 'group' || field.type === 'tab' ? countOf(field.flattenedFields) : 1),
    0,
  )

/**
 * Most records on one page, which is read in one go and holds other requests meanwhile: fewer where
 * they have many fields, or bring along what they refer to, `depth` relations deep.
 */
export const longestPage = (fields: FlattenedField[], depth = 0): number =>
  Math.min(
    pagesByDepth[Math.min(depth, 2)] ?? maxPage,
    countOf(fields) > manyFields ? pageOfMany : maxPage,
  )

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
