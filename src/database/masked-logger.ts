import { type Config, defaultLoggerOptions } from 'payload'
import { textWithoutValues, withoutValues } from './without-values.ts'

const masked = (given: unknown): unknown => {
  if (typeof given === 'string') return textWithoutValues(given)
  if (given instanceof Error) return withoutValues(given)
  if (typeof given !== 'object' || given === null) return given
  const entries = Object.entries(given).map(([key, value]) => [
    key,
    typeof value === 'string' || value instanceof Error ? masked(value) : value,
  ])
  return Object.fromEntries(entries)
}

type Log = (...given: unknown[]) => void

/** What the log of the process is made of: the framework's, without the values of statements. */
export const maskedLogger = {
  options: {
    hooks: {
      logMethod(this: object, given: unknown[], write: Log) {
        write.apply(this, given.map(masked))
      },
    },
  },
  destination: defaultLoggerOptions,
} as unknown as NonNullable<Config['logger']>
