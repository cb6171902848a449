import { z } from 'zod'
import { acceptanceStates } from '../../domain/bookings/acceptance-lifecycle.ts'
import { bookingStates } from '../../domain/bookings/booking-lifecycle.ts'
import { progressStates } from '../../domain/bookings/progress-lifecycle.ts'
import { isLocalDate } from '../../domain/scheduling/local-date.ts'
import { addDays } from '../../domain/scheduling/local-time.ts'
import { localDate } from './place-query.ts'

/** The longest range of one question, in days: a month of a calendar with its edges. */
export const maximumBoardDays = 45

/** Ranges up to this many days come with hours, absences and points on the map. */
export const detailedBoardDays = 8

/** `GET /app/board`: dates local to the company, both inclusive. */
export const boardQuerySchema = z
  .strictObject({ from: localDate, to: localDate })
  .refine(({ from, to }) => from <= to, {
    path: ['to'],
    message: 'The last day is before the first.',
  })
  .refine(
    ({ from, to }) =>
      !isLocalDate(from) || !isLocalDate(to) || to <= addDays(from, maximumBoardDays - 1),
    { path: ['to'], message: `Ask for at most ${maximumBoardDays} days at once.` },
  )
export type BoardQuery = z.infer<typeof boardQuerySchema>

/** What the columns of a visit's row mean, in order; the answer carries it as its header. */
export const boardColumns = [
  'id',
  /** Index in `people`; null where nobody has it. */
  'person',
  /** Index in `services`. */
  'service',
  /** Index in `locations`: where the work is, or whose area it is in. */
  'location',
  /** Index in `places`. */
  'place',
  /** Minutes from the range's `start`. */
  'start',
  'minutes',
  /** See `stateCode`. */
  'state',
  'customer',
] as const

const index = z.int().min(0).nullable()

export const boardVisitRow = z.tuple([
  z.uuid(),
  index,
  index,
  index,
  index,
  z.int(),
  z.int().positive(),
  z.int().min(0),
  z.string(),
])

/** A span in minutes from the range's `start`: `[from, to)`. */
const span = z.tuple([z.int(), z.int()])
const point = z.tuple([z.number(), z.number()])

export const boardPerson = z.object({
  id: z.uuid(),
  name: z.string(),
  colour: z.string().nullable(),
  active: z.boolean(),
  timezone: z.string(),
  /** Null without the right to see fieldworkers, or in a long range. */
  hours: z.array(span).nullable(),
  /** `[from, to, kind]`: unavailability by its kind, or `external` for a connected calendar. */
  absences: z.array(z.tuple([z.int(), z.int(), z.string()])),
  /** Where the day starts, `[lat, lng]`. */
  home: point.nullable(),
  /** By name; none without the right to see fieldworkers, or in a long range. */
  skills: z.array(z.string()),
  areas: z.array(z.string()),
})
export type BoardPerson = z.infer<typeof boardPerson>

const named = z.object({ id: z.uuid(), name: z.string() })

/** The board as compact rows: at most 90 bytes a visit. */
export const boardAnswerSchema = z.object({
  timezone: z.string(),
  /** For people, such as "Sydney (AEDT)". */
  zoneName: z.string(),
  /** The range as epoch milliseconds, `[start, end)`. */
  start: z.number(),
  end: z.number(),
  people: z.array(boardPerson),
  services: z.array(named),
  locations: z.array(named),
  /** How ways between visits are reckoned: straight line × factor, at one speed. */
  travel: z.object({ speedKmh: z.number().positive(), roadFactor: z.number().positive() }),
  /** `[suburb or location]`, or `[…, lat, lng]` where the point is known and open to the caller. */
  places: z.array(z.union([z.tuple([z.string()]), z.tuple([z.string(), z.number(), z.number()])])),
  columns: z.array(z.string()),
  visits: z.array(boardVisitRow),
})
export type BoardAnswer = z.infer<typeof boardAnswerSchema>

export type VisitState = {
  status: (typeof bookingStates)[number]
  acceptance: (typeof acceptanceStates)[number]
  progress: (typeof progressStates)[number]
}

/** The three states of a visit from their one number: status × 25 + acceptance × 5 + progress. */
export const stateOfCode = (code: number): VisitState => ({
  status: bookingStates[Math.floor(code / 25)] ?? 'pending',
  acceptance: acceptanceStates[Math.floor(code / 5) % 5] ?? 'unassigned',
  progress: progressStates[code % 5] ?? 'not_started',
})
