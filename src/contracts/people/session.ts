import { z } from 'zod'

const email = z.email().max(254)
const token = z.string().min(20).max(200)

/** Body of `POST /app/session`. */
export const signInSchema = z.strictObject({ email, password: z.string().min(1).max(200) })

/** Body of `POST /app/session/link`. */
export const sendLinkSchema = z.strictObject({ email })

/** Body of `POST /app/session/enter`. */
export const enterSchema = z.strictObject({ token })

/** Body of `POST /app/session/reset`. */
export const resetSchema = z.strictObject({ token, password: z.string().min(10).max(200) })
