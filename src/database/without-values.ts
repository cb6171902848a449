import { DrizzleQueryError } from 'drizzle-orm'
import { inspect } from 'node:util'
import pg from 'pg'
import { postgresCode } from './errors.ts'

const parameters = /\nparams: [\s\S]*$/
/** In the database's own words for a value of the wrong form the value comes last. */
const quotedValue = /: "[\s\S]*"$/
const notShown = '(not shown)'

/** A text of a log without the values that a statement was given. */
export const textWithoutValues = (text: string): string =>
  text.replace(parameters, `\nparams: ${notShown}`)

const messageOf = (error: Error): string => {
  const message = textWithoutValues(error.message)
  return postgresCode(error)?.startsWith('22')
    ? message.replace(quotedValue, `: ${notShown}`)
    : message
}

const withValues = new Set(['params', 'detail', 'where', 'internalQuery', 'cause'])

/**
 * An error for the log, without what may be somebody's name or address: the parameters of the
 * statement that failed, and the rows and values that PostgreSQL names in its details.
 */
export const withoutValues = (thrown: unknown, depth = 0): unknown => {
  if (!(thrown instanceof Error) || depth > 5) return thrown
  const { cause } = thrown
  const rest = Object.entries(thrown).filter(([name]) => !withValues.has(name))
  const message = messageOf(thrown)
  const shown = Object.assign(new Error(message), Object.fromEntries(rest))
  shown.name = thrown.name
  shown.stack = thrown.stack?.replace(thrown.message, () => message) ?? message
  if (cause !== undefined) shown.cause = withoutValues(cause, depth + 1)
  return shown
}

/** Whatever prints such an error, the console of another package included, prints no values. */
export const hideValuesWhenPrinted = (): void => {
  for (const { prototype } of [DrizzleQueryError, pg.DatabaseError]) {
    Object.defineProperty(prototype, inspect.custom, {
      configurable: true,
      value(this: Error, _depth: number, options: object) {
        return inspect(withoutValues(this), options)
      },
    })
  }
}
