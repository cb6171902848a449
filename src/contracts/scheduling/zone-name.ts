import { z } from 'zod'
import { canonicalZone } from '../../domain/scheduling/zone-name.ts'

/** A time zone by any name that IANA knows; read as its canonical name. */
export const zoneName = z
  .string()
  .trim()
  .max(60)
  .transform((name, context) => {
    const zone = canonicalZone(name)
    if (zone) return zone
    context.addIssue({
      code: 'custom',
      message: 'Give an IANA time zone such as Australia/Sydney.',
    })
    return z.NEVER
  })
