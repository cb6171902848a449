import type { PayloadRequest } from 'payload'
import type { z } from 'zod'
import { inWords } from '../contracts/in-words.ts'

/**
 * The query string of a request, checked; a name that the schema does not know is refused.
 * @throws {z.ZodError}
 */
export const queryOf = <Schema extends z.ZodType>(
  req: PayloadRequest,
  schema: Schema,
): z.output<Schema> => schema.parse(Object.fromEntries(req.searchParams ?? []), inWords)
