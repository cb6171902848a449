import type { PayloadRequest } from 'payload'
import type { z } from 'zod'
import { inWords } from '../contracts/in-words.ts'

/** The JSON body of a request, checked; an empty one counts as `{}`. @throws {z.ZodError} */
export const bodyOf = async <Schema extends z.ZodType>(
  req: PayloadRequest,
  schema: Schema,
): Promise<z.output<Schema>> => {
  const text = (await req.text?.()) ?? ''
  return schema.parse(text.trim() === '' ? {} : parsed(text), inWords)
}

/** What is not JSON is `undefined`, which no schema accepts. */
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
