import type { AstroCookies } from 'astro'
import { z } from 'zod'
import { bookedSchema } from '../../../src/contracts/bookings/bookings.ts'

const name = 'fieldbook-booked'
const note = z.object({
  booked: bookedSchema,
  service: z.string(),
  place: z.string(),
  email: z.string().nullable(),
})
export type BookedNote = z.infer<typeof note>

/** Keeps what was just booked for its confirmation page, in the visitor's own browser for an hour. */
export function keepBookedNote(cookies: AstroCookies, of: BookedNote, secure: boolean) {
  cookies.set(name, JSON.stringify(of), {
    httpOnly: true,
    sameSite: 'lax',
    secure,
    path: `/booked/${of.booked.number}`,
    maxAge: 3600,
  })
}

/** What this browser booked under that number within the hour; `null` for everyone else. */
export function bookedNote(cookies: AstroCookies, number: string): BookedNote | null {
  try {
    const parsed = note.safeParse(cookies.get(name)?.json())
    return parsed.success && parsed.data.booked.number === number ? parsed.data : null
  } catch {
    return null
  }
}

export const placeOf = (draft: Record<string, string>, fallback: string): string =>
  draft['address.line1']
    ? `${draft['address.line1']}, ${draft['address.suburb']} ${draft['address.postcode']}`
    : fallback
