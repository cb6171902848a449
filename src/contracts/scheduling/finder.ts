import { z } from 'zod'
import { isLocalDate } from '../../domain/scheduling/local-date.ts'
import { addDays } from '../../domain/scheduling/local-time.ts'
import { causeSchema } from './causes.ts'
import { instant } from '../instant.ts'
import { localDate, placeQuery, word } from './place-query.ts'
import { zoneName } from './zone-name.ts'

/** The longest range of the finder, in days. */
export const maximumFinderDays = 14

/**
 * `GET /app/finder` (staff with `booking.assign` or `booking.create`): who can do a service at a
 * place. Either `service` with a place and days, or `appointment`, whose service,
 * place and start are then meant, and whose own time counts as free. `start` asks for one time.
 */
export const finderQuerySchema = z
  .strictObject({
    appointment: z.uuid().optional(),
    service: word(1, 120).optional(),
    /** Local dates of the place, both inclusive; `to` defaults to `from`. */
    from: localDate.optional(),
    to: localDate.optional(),
    start: instant.optional(),
    ...placeQuery,
  })
  .refine(({ appointment, service }) => appointment || service, {
    path: ['service'],
    message: 'Name a service or a visit.',
  })
  .refine(({ appointment, from, start }) => appointment || from || start, {
    path: ['from'],
    message: 'Say which day.',
  })
  .refine(
    ({ from, to }) =>
      !isLocalDate(from) ||
      !isLocalDate(to) ||
      (from <= to && to <= addDays(from, maximumFinderDays - 1)),
    { path: ['to'], message: `Ask for one to ${maximumFinderDays} days.` },
  )
export type FinderQuery = z.infer<typeof finderQuerySchema>

const named = z.object({ id: z.uuid(), name: z.string() })
const span = z.object({ start: z.iso.datetime(), end: z.iso.datetime() })
export const pointSchema = z.object({ lat: z.number(), lng: z.number() })

/** What takes somebody's time; `appointment` only where it is a visit. */
export const busySpanSchema = span.extend({
  kind: z.enum(['visit', 'reservation', 'hold', 'unavailability', 'external']),
  appointment: z.uuid().nullable(),
})

/** One qualified person, best first. Minutes are within the days asked for. */
export const finderPersonSchema = named.extend({
  colour: z.string().nullable(),
  /** Whether they can take `start`; null where none was asked. */
  free: z.boolean().nullable(),
  /** Why not, where `free` is false. */
  causes: z.array(causeSchema),
  workingMinutes: z.number().int(),
  freeMinutes: z.number().int(),
  /** Visits and reservations they hold in these days. */
  visits: z.number().int(),
  /** How many starts they can take, and the first one. */
  slots: z.number().int(),
  firstStart: z.iso.datetime().nullable(),
  /** From the nearest neighbouring visit or, without one, their starting point. */
  distanceKm: z.number().nullable(),
  travelMinutes: z.number().int().nullable(),
  distanceFrom: z.enum(['visit', 'home']).nullable(),
  home: pointSchema.nullable(),
  /** For the timeline: hours, what takes them, and what remains. */
  working: z.array(span),
  busy: z.array(busySpanSchema),
  open: z.array(span),
})
export type FinderPerson = z.infer<typeof finderPersonSchema>

export const finderAnswerSchema = z.object({
  timezone: z.string(),
  zoneName: z.string(),
  from: z.string(),
  to: z.string(),
  start: z.iso.datetime().nullable(),
  end: z.iso.datetime().nullable(),
  service: named.extend({ durationMinutes: z.number().int(), crewSize: z.number().int() }),
  place: z.object({
    area: named.nullable(),
    location: named.nullable(),
    coordinates: pointSchema.nullable(),
    /**
     * About where the postcode is, where `coordinates` is null and an address there has a point:
     * for maps alone, no way is reckoned from it.
     */
    approximate: pointSchema.nullable(),
  }),
  /** Best first: free at `start`, then near, then least loaded. */
  people: z.array(finderPersonSchema),
  /** Everybody else, with the reasons. */
  others: z.array(named.extend({ causes: z.array(causeSchema) })),
})
export type FinderAnswer = z.infer<typeof finderAnswerSchema>

/** `GET /app/nearby` (staff with `booking.view-all`): other visits of a day near a point. */
export const nearbyQuerySchema = z
  .strictObject({
    /** The day, local to `timezone`; with `appointment` it defaults to that visit's day. */
    date: localDate.optional(),
    timezone: zoneName.optional(),
    /** A visit, whose address is the point; it is not listed itself. */
    appointment: z.uuid().optional(),
    lat: placeQuery.lat,
    lng: placeQuery.lng,
    withinKm: z.coerce.number().min(0.1).max(500).default(50),
    limit: z.coerce.number().int().min(1).max(100).default(20),
  })
  .refine(
    ({ appointment, lat, lng, date }) =>
      appointment || (lat !== undefined && lng !== undefined && date !== undefined),
    { path: ['lat'], message: 'Name a visit, or a day and a point.' },
  )
export type NearbyQuery = z.infer<typeof nearbyQuerySchema>

/** One visit near the point, nearest first. */
export const nearbyVisitSchema = span.extend({
  appointment: z.uuid(),
  booking: z.object({ id: z.uuid(), number: z.string(), status: z.string() }),
  service: z.string(),
  status: z.string(),
  acceptance: z.string(),
  timezone: z.string(),
  fieldworker: named.nullable(),
  place: z.string(),
  coordinates: pointSchema,
  distanceKm: z.number(),
})
export type NearbyVisit = z.infer<typeof nearbyVisitSchema>

export const nearbyAnswerSchema = z.object({
  date: z.string(),
  timezone: z.string(),
  coordinates: pointSchema.nullable(),
  visits: z.array(nearbyVisitSchema),
})
export type NearbyAnswer = z.infer<typeof nearbyAnswerSchema>

/** `GET /app/finder/nearest`: who is free at one start, nearest first; the finder's query. */
export const nearestAnswerSchema = z.object({
  start: z.iso.datetime(),
  timezone: z.string(),
  people: z.array(
    named.extend({
      distanceKm: z.number().nullable(),
      travelMinutes: z.number().int().nullable(),
      distanceFrom: z.enum(['visit', 'home']).nullable(),
    }),
  ),
})
export type NearestAnswer = z.infer<typeof nearestAnswerSchema>
