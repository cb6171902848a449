import { z } from 'zod'
import { emailRefusal, readEmail } from '../../domain/people/email.ts'

/** An e-mail address however it is typed, as it is stored. */
export const email = z
  .string()
  .max(400)
  .transform((typed, context) => {
    const read = readEmail(typed)
    if (read !== null) return read
    context.addIssue({ code: 'custom', message: emailRefusal })
    return z.NEVER
  })
