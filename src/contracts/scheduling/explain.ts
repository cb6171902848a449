import { z } from 'zod'
import { causeSchema } from './causes.ts'
import { instant } from '../instant.ts'
import { publicPlaceQuery, word } from './place-query.ts'

const explainQuery = z.strictObject({
  service: word(1, 120).optional(),
  /** The office alone: a visit, whose service, place and length are meant, and whose own time is free. */
  appointment: z.uuid().optional(),
  start: instant,
  ...publicPlaceQuery,
  /** The office alone: only this person. */
  fieldworker: z.uuid().optional(),
  quantity: z.coerce.number().int().min(1).max(50).default(1),
  /** The office alone: a visit whose own time does not count as taken. */
  except: z.uuid().optional(),
})
/** `GET /app/slots/explain`: why one start is or is not offered, to anybody or for one person. */
export const explainQuerySchema = explainQuery.refine(
  ({ appointment, service }) => appointment !== undefined || service !== undefined,
  { path: ['service'], message: 'Name a service or a visit.' },
)

/** A change after which the start, or the one it names, is offered: tried out before it is said. */
export const suggestionSchema = z.object({
  kind: z.enum([
    'time',
    'person',
    'notice',
    'horizon',
    'skill',
    'service',
    'area',
    'location',
    'activate',
    'unblock',
    'hours',
  ]),
  message: z.string(),
  /** `time`: another start. */
  start: z.iso.datetime().optional(),
  end: z.iso.datetime().optional(),
  /** `person` and everything that is changed about a person. */
  fieldworker: z.object({ id: z.uuid(), name: z.string() }).optional(),
  /** `skill`: what they would need to have. */
  skills: z.array(z.object({ id: z.uuid(), name: z.string() })).optional(),
  /** `notice`: minutes; `horizon`: days. */
  value: z.number().optional(),
})
export type Suggestion = z.infer<typeof suggestionSchema>

/** `causes` hold for everybody; `people` are told to the office alone. */
export const explainAnswerSchema = z.object({
  possible: z.boolean(),
  start: z.iso.datetime(),
  end: z.iso.datetime(),
  timezone: z.string(),
  /** People the visit needs at the same time, and how many can take it. */
  needed: z.number().int(),
  available: z.number().int(),
  causes: z.array(causeSchema),
  people: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      possible: z.boolean(),
      causes: z.array(causeSchema),
    }),
  ),
  suggestions: z.array(suggestionSchema),
})
export type ExplainAnswer = z.infer<typeof explainAnswerSchema>
