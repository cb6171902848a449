import { z } from 'zod'
import { text as textOf } from '../text.ts'
import { mostOccurrences, repeatUnits, weekdays } from '../../domain/scheduling/recurrence.ts'
import { visitInstant } from '../bookings/bookings.ts'
import { localDate } from './place-query.ts'

const text = textOf(2000)

/** When a booking repeats: dates of one's own, or a rhythm that ends. */
export const repeatRuleSchema = z.union([
  z.strictObject({ dates: z.array(localDate).min(1).max(mostOccurrences) }),
  z
    .strictObject({
      unit: z.enum(repeatUnits),
      every: z.int().min(1).max(52),
      byDay: z.array(z.enum(weekdays)).max(7).optional(),
      until: localDate.optional(),
      count: z.int().min(2).max(mostOccurrences).optional(),
    })
    .refine(({ until, count }) => (until === undefined) !== (count === undefined), {
      message: 'Say either until when or how many times.',
      path: ['until'],
    }),
])

/** What becomes of an occurrence whose time is not free. */
const resolution = z.strictObject({
  index: z.int().min(1).max(mostOccurrences),
  action: z.enum(['skip', 'move', 'anyone', 'unassigned']),
  /** With `move`: where to. */
  start: visitInstant.optional(),
})

/** Body of `POST /api/app/series/preview` and `POST /api/app/series`. */
export const seriesSchema = z.strictObject({
  /** The booking that repeats: its first occurrence. */
  booking: z.uuid(),
  rule: repeatRuleSchema,
  /** Whether its people do every occurrence; else whoever is free. */
  keepsPeople: z.boolean().default(true),
  resolutions: z.array(resolution).max(mostOccurrences).default([]),
})

/** Body of `POST /api/series/:id/move`: one occurrence's new start, and which others follow it. */
export const moveSeriesSchema = z.strictObject({
  booking: z.uuid(),
  scope: z.enum(['this', 'following', 'all']),
  start: visitInstant,
  reason: text.optional(),
})

/** Body of `POST /api/series/:id/end`: what becomes of the visits ahead. */
export const endSeriesSchema = z.strictObject({
  future: z.enum(['keep', 'cancel']),
  /** The first occurrence that is cancelled; all that are ahead when left out. */
  from: z.uuid().optional(),
  reason: text.min(1).optional(),
})

const slot = z.object({ start: z.string(), end: z.string(), available: z.number() })

/** What the preview answers, before anything is saved. */
export const seriesPreviewSchema = z.object({
  timezone: z.string(),
  summary: z.string(),
  /** What each further visit costs, tax included. */
  each: z.object({ amount: z.number().int(), currency: z.string() }).nullable(),
  occurrences: z.array(
    z.object({
      index: z.number(),
      start: z.string(),
      end: z.string(),
      available: z.number(),
      conflict: z
        .object({
          /** `not-offered`: a customer cannot book this time online, whoever is free. */
          reason: z.enum(['person-busy', 'nobody-free', 'not-offered']),
          message: z.string(),
          alternatives: z.array(slot),
        })
        .nullable(),
    }),
  ),
})

/** What `POST /api/app/series` answers with 201: the further occurrences. */
export const seriesMadeSchema = z.object({
  series: z.object({ id: z.uuid(), summary: z.string(), state: z.string() }),
  bookings: z.array(
    z.object({
      id: z.uuid(),
      number: z.string(),
      status: z.string(),
      index: z.number(),
      start: z.string(),
      end: z.string(),
    }),
  ),
})

export type SeriesBody = z.infer<typeof seriesSchema>
export type MoveSeries = z.infer<typeof moveSeriesSchema>
export type EndSeries = z.infer<typeof endSeriesSchema>
export type SeriesMade = z.infer<typeof seriesMadeSchema>
export type SeriesPreview = z.infer<typeof seriesPreviewSchema>
