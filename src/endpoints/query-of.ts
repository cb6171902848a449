import type { PayloadRequest } from 'payload'
import type { z } from 'zod'
import { inWords } from '../contracts/in-words.ts'

/** What each name is given; several values where it is given more than once. */
const valuesOf = (params: URLSearchParams): Record<string, string | string[]> =>
  Object.fromEntries(
    [...new Set(params.keys())].map((name) => {
      const [first = '', ...more] = params.getAll(name)
      return [name, more.length > 0 ? [first, ...more] : first]
    }),
  )

/**
 * The query string of a request, checked; a name that the schema does not know is refused, and so is
 * one that is given twice.
 * @throws {z.ZodError}
 */
export const queryOf = <Schema extends z.ZodType>(
  req: PayloadRequest,
  schema: Schema,
): z.output<Schema> => schema.parse(valuesOf(req.searchParams ?? new URLSearchParams()), inWords)
