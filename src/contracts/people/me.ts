import { z } from 'zod'

/** Who is signed in on the site, and what waits for them. */
export const meSchema = z.object({
  kind: z.enum(['customer', 'fieldworker', 'staff']),
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  permissions: z.array(z.string()),
  counts: z.object({ offers: z.number().int(), notifications: z.number().int() }),
})
export type Me = z.infer<typeof meSchema>

/** `GET /app/me`; `null` for a stranger. */
export const meAnswerSchema = z.object({ me: meSchema.nullable() })

/** Signing in by password, by link or after a reset; `next` is a path of the site to go on to. */
export const sessionAnswerSchema = z.object({ me: meSchema, next: z.string().nullish() })
