import { z } from 'zod'
import { isLocalDate } from '../../domain/scheduling/local-date.ts'
import { addDays } from '../../domain/scheduling/local-time.ts'
import { instant } from '../instant.ts'
import { localDate, placeQuery, publicPlaceQuery, word } from './place-query.ts'

/** The longest range of one question, in days. */
export const maximumSlotDays = 62

/** `GET /app/slots`: dates are local to the site, both inclusive. */
export const slotsQuerySchema = z
  .strictObject({
    service: word(1, 120),
    from: localDate,
    to: localDate,
    ...publicPlaceQuery,
    /** The office alone: only this person. */
    fieldworker: z.uuid().optional(),
    /** The office alone: a visit that is to move; its own time counts as free. */
    except: z.uuid().optional(),
    /** A hold of the asker's (`POST /app/holds`): the time that it keeps counts as free. */
    hold: z.uuid().optional(),
    /** Visits at the same time; each needs a whole crew. */
    quantity: z.coerce.number().int().min(1).max(50).default(1),
    /** The office alone: people one visit needs, where that is more than the service's crew. */
    crew: z.coerce.number().int().min(1).max(20).optional(),
    /** More services of the same visit, done after the first: slugs or ids, comma between. */
    also: word(1, 600)
      .transform((list) => list.split(',').map((one) => one.trim()))
      .pipe(z.array(z.string().min(1).max(120)).max(9))
      .optional(),
  })
  .refine(({ from, to }) => from <= to, {
    path: ['to'],
    message: 'The last day is before the first.',
  })
  .refine(
    // The range is looked at even where a date of it was refused.
    ({ from, to }) =>
      !isLocalDate(from) || !isLocalDate(to) || to <= addDays(from, maximumSlotDays - 1),
    {
      path: ['to'],
      message: `Ask for at most ${maximumSlotDays} days at once.`,
    },
  )
export type SlotsQuery = z.infer<typeof slotsQuerySchema>

/**
 * `available` counts the people who can take the slot: exactly for the office, for everybody
 * else at least so many. Instants are ISO strings.
 */
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
export const slotPeopleQuerySchema = z.strictObject({
  service: word(1, 120),
  start: instant,
  /** Default: start plus the service's duration. */
  end: instant.optional(),
  ...placeQuery,
  /** A visit whose own time does not count as taken. */
  except: z.uuid().optional(),
})

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
