import { type Column, ilike, notIlike, type SQL, sql } from 'drizzle-orm'
import type { BaseDatabaseAdapter } from 'payload'

type Operator = (column: Column, value: unknown) => SQL
type Adapter = { operators: Record<string, Operator> }

const textColumns = new Set(['PgText', 'PgVarchar'])

/** A pattern that finds the text itself: `%` and `_` of the asker are no wildcards. */
const patternOf = (text: string): SQL => {
  const plain = text
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\%_]/g, String.raw`\$&`)
  return sql`('%' || folded_text(${plain}) || '%')`
}

/** What the framework puts around a part of a text. */
const unwrapped = (value: unknown): string => String(value).replace(/^%/, '').replace(/%$/, '')

const isText = ({ columnType }: Column) => textColumns.has(columnType)

/**
 * Searches read texts as people mean them, at every door: without accents, case and typographic
 * marks, blanks around them trimmed, `%` and `_` as they are written.
 */
export const searchFolded = (given: BaseDatabaseAdapter): void => {
  const adapter = given as unknown as Adapter
  const contains: Operator = (column, value) =>
    isText(column)
      ? sql`folded_text(${column}) like ${patternOf(unwrapped(value))}`
      : ilike(column, String(value))
  adapter.operators = {
    ...adapter.operators,
    contains,
    like: contains,
    not_like: (column, value) =>
      isText(column)
        ? sql`folded_text(${column}) not like ${patternOf(String(value))}`
        : notIlike(column, `%${String(value)}%`),
  }
}
