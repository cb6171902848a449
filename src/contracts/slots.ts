import { z } from 'zod'
import { addDays } from '../domain/scheduling/local-time.ts'

/** The longest range of one question, in days. */
export const maximumSlotDays = 62

const degrees = (limit: number) => z.coerce.number().min(-limit).max(limit)

/** A slug, an id or a postcode: no control characters, which the database cannot hold. */
const word = (min: number, max: number) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .regex(/^\P{Cc}*$/u, 'Leave out control characters.')

/** Where the visit is: a location of the business, or the site's postcode and perhaps its point. */
const place = {
  location: z.uuid().optional(),
  postcode: word(2, 12).optional(),
  lat: degrees(90).optional(),
  lng: degrees(180).optional(),
}

const date = z.iso.date().refine((value) => value >= '2000-01-01' && value < '2200-01-01', {
  message: 'Give a date between 2000 and 2199.',
})

/** The range is looked at even where a date of it was refused; 30 February is one. */
const isDate = (value: string) => date.safeParse(value).success

/** `GET /app/slots`: dates are local to the site, both inclusive. */
export const slotsQuerySchema = z
  .object({
    service: word(1, 120),
    from: date,
    to: date,
    ...place,
    fieldworker: z.uuid().optional(),
    /** Visits at the same time; each needs a whole crew. */
    quantity: z.coerce.number().int().min(1).max(50).default(1),
  })
  .refine(({ from, to }) => from <= to, {
    path: ['to'],
    message: 'The last day is before the first.',
  })
  .refine(
    ({ from, to }) => !isDate(from) || !isDate(to) || to <= addDays(from, maximumSlotDays - 1),
    {
      path: ['to'],
      message: `Ask for at most ${maximumSlotDays} days at once.`,
    },
  )
export type SlotsQuery = z.infer<typeof slotsQuerySchema>

/** `available` counts the people who can take the slot (AV-04). Instants are ISO strings. */
export const slotSchema = z.object({
  start: z.iso.datetime(),
  end: z.iso.datetime(),
  available: z.number().int().positive(),
})
export type SlotAnswer = z.infer<typeof slotSchema>

const named = z.object({ id: z.uuid(), name: z.string() }).nullable()

/**
 * Mode `request` has no slots: the service is by request, or `reason` says that no area covers the
 * postcode. `zoneName` is for people, such as "Sydney (AEDT)".
 */
export const slotsAnswerSchema = z.object({
  mode: z.enum(['instant', 'request']),
  reason: z.enum(['unknown-postcode', 'by-request']).nullable(),
  timezone: z.string(),
  zoneName: z.string(),
  place: z.object({ area: named, location: named }),
  slots: z.array(slotSchema),
})
export type SlotsAnswer = z.infer<typeof slotsAnswerSchema>

/** `GET /app/slots/people`: who can take one start (staff only). */
export const slotPeopleQuerySchema = z.object({
  service: word(1, 120),
  start: z.iso.datetime({ offset: true }),
  /** Default: start plus the service's duration. */
  end: z.iso.datetime({ offset: true }).optional(),
  ...place,
  /** A visit whose own time does not count as taken. */
  except: z.uuid().optional(),
})
export type SlotPeopleQuery = z.infer<typeof slotPeopleQuerySchema>

/** `free` is working and unoccupied; `working` alone says that only other work is in the way. */
export const slotPersonSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  free: z.boolean(),
  working: z.boolean(),
})
export const slotPeopleAnswerSchema = z.object({
  timezone: z.string(),
  people: z.array(slotPersonSchema),
})
export type SlotPeopleAnswer = z.infer<typeof slotPeopleAnswerSchema>
