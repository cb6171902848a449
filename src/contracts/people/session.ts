import { z } from 'zod'
import { longestPassword, passwordFault } from '../../domain/people/password-policy.ts'
import { email } from './email.ts'

const token = z.string().min(20).max(200)

/** Body of `POST /app/session`. */
export const signInSchema = z.strictObject({ email, password: z.string().min(1).max(200) })

/** Body of `POST /app/session/link`. */
export const sendLinkSchema = z.strictObject({ email })

/** Body of `POST /app/session/enter`. */
export const enterSchema = z.strictObject({ token })

/** A password that somebody chooses; what the account's own name forbids is asked when it is set. */
const chosenPassword = z.unknown().transform((value, context) => {
  const fault = passwordFault(value)
  if (fault === null) return value as string
  context.addIssue({ code: 'custom', message: fault })
  return z.NEVER
})

/** Body of `POST /app/session/reset`. */
export const resetSchema = z.strictObject({ token, password: chosenPassword })

/** Body of `POST /app/me/password`: the present password and the one that takes its place. */
export const changePasswordSchema = z.strictObject({
  present: z.string().min(1).max(longestPassword),
  password: chosenPassword,
})
