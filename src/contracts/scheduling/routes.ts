import { liveStatuses } from '../../domain/bookings/states.ts'
import { z } from 'zod'
import { localDate } from './place-query.ts'

/** Body of `POST /api/app/routes/proposals`: whose day is put in order, and how long to search. */
export const proposeRoutesSchema = z.strictObject({
  /** Local date of the company. */
  date: localDate,
  /** Only these people's visits and nobody's. Default: everybody active. */
  fieldworkers: z.array(z.uuid()).min(1).max(200).optional(),
  /** Seconds of search. Default: 10. */
  seconds: z.number().min(0.1).max(60).default(10),
  /** Visits keep their start, which the customer chose or was promised, unless this is true. */
  moveTimes: z.boolean().default(false),
  /** The same seed on the same day explores in the same order. Default: 1. */
  seed: z.number().int().min(0).max(2_147_483_647).default(1),
})
export type ProposeRoutes = z.infer<typeof proposeRoutesSchema>

export const proposalStates = ['searching', 'ready', 'cancelled', 'applied', 'failed'] as const

const instant = z.iso.datetime()
const person = z.object({ id: z.uuid(), name: z.string() })
const point = z.object({ lat: z.number(), lng: z.number() })

/** Travel of the routes, and the visits that nobody has. */
const totals = z.object({
  travelMinutes: z.number(),
  distanceKm: z.number(),
  unserved: z.number().int(),
})

const visit = z.object({
  /** Id of the appointment. */
  id: z.uuid(),
  booking: z.object({ id: z.uuid(), number: z.string() }),
  service: z.string(),
  customer: z.string(),
  place: z.string(),
  coordinates: point.nullable(),
  status: z.enum(liveStatuses),
  /** Where the visit is now. */
  was: z.object({ start: instant, end: instant, fieldworker: person.nullable() }),
})

/** A visit of somebody's proposed day. */
const stop = visit.extend({
  start: instant,
  end: instant,
  /** When the journey to it ends, and how long it is. */
  arrive: instant,
  travelMinutes: z.number(),
  distanceKm: z.number(),
  /** Why it stays as it is: `null` where the search may move it. */
  pinned: z.enum(['confirmed', 'crew', 'past', 'under-way']).nullable(),
  isReassigned: z.boolean(),
  isRetimed: z.boolean(),
})
export type ProposedStop = z.infer<typeof stop>

const route = person.extend({
  leave: instant.nullable(),
  back: instant.nullable(),
  before: z.object({ travelMinutes: z.number(), distanceKm: z.number() }),
  after: z.object({ travelMinutes: z.number(), distanceKm: z.number() }),
  stops: z.array(stop),
})

const unserved = visit.extend({
  reason: z.enum(['nobody-eligible', 'outside-hours', 'no-room']),
  /** The same in words for people. */
  because: z.string(),
})

/** Answer of `GET /api/app/routes/proposals/:id`; the plan is the best one so far. */
export const routeProposalSchema = z.object({
  id: z.uuid(),
  date: z.iso.date(),
  timezone: z.string(),
  state: z.enum(proposalStates),
  /** From 0 to 1. */
  progress: z.number(),
  createdAt: instant,
  by: z.string(),
  moveTimes: z.boolean(),
  /** Where the plan comes from, in words, where another engine is asked as well. */
  note: z.string().nullable(),
  before: totals,
  after: totals,
  /** Visits that applying would assign, reassign or move. */
  changes: z.number().int(),
  /** Names of those who get a message when it is applied. */
  told: z.object({ customers: z.array(z.string()), fieldworkers: z.array(z.string()) }),
  routes: z.array(route),
  unserved: z.array(unserved),
})
export type RouteProposal = z.infer<typeof routeProposalSchema>
export const proposalAnswerSchema = z.object({ proposal: routeProposalSchema })

/** Answers of `POST …/proposals` (202), and of `POST …/:id/apply` and `…/:id/undo`. */
export const proposalStartedSchema = z.object({ id: z.uuid() })
export type ProposalStarted = z.infer<typeof proposalStartedSchema>
export const proposalAppliedSchema = z.object({
  id: z.uuid(),
  /** Ids of the changed visits, and of their bookings. */
  changed: z.array(z.uuid()),
  bookings: z.array(z.uuid()),
})
export type ProposalApplied = z.infer<typeof proposalAppliedSchema>

/** `details.changed` of a refused apply (409 `stale-plan`). */
export const stalePlanSchema = z.object({
  changed: z.array(z.object({ id: z.uuid(), number: z.string(), what: z.string() })),
})
