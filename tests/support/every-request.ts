import { configToJSONSchema, type SanitizedConfig } from 'payload'
import { z } from 'zod'
import {
  acceptAlternativeSchema,
  answerSchema,
  answerSeveralSchema,
  remindSchema,
  assignSchema,
  progressSchema,
} from '../../src/contracts/bookings/appointments.ts'
import { boardQuerySchema } from '../../src/contracts/scheduling/board.ts'
import {
  addLineSchema,
  addVisitsSchema,
  removeSchema,
} from '../../src/contracts/bookings/booking-lines.ts'
import {
  bookingCommandSchemas,
  createBookingSchema,
} from '../../src/contracts/bookings/bookings.ts'
import { conflictsQuerySchema } from '../../src/contracts/scheduling/conflicts.ts'
import { explainQuerySchema } from '../../src/contracts/scheduling/explain.ts'
import { finderQuerySchema, nearbyQuerySchema } from '../../src/contracts/scheduling/finder.ts'
import { holdSchema } from '../../src/contracts/scheduling/holds.ts'
import { moveBookingSchema, moveVisitSchema } from '../../src/contracts/bookings/moves.ts'
import {
  moveByLinkSchema,
  ownHoldSchema,
  ownSlotsQuerySchema,
} from '../../src/contracts/bookings/my-bookings.ts'
import { searchQuerySchema } from '../../src/contracts/records/search.ts'
import { proposeRoutesSchema } from '../../src/contracts/scheduling/routes.ts'
import {
  endSeriesSchema,
  moveSeriesSchema,
  seriesSchema,
} from '../../src/contracts/scheduling/series.ts'
import {
  changePasswordSchema,
  enterSchema,
  resetSchema,
  sendLinkSchema,
  signInSchema,
} from '../../src/contracts/people/session.ts'
import { addFieldworkerSchema, giveLoginSchema } from '../../src/contracts/people/team.ts'
import { startCompanySchema } from '../../src/contracts/setup/start-company.ts'
import { slotPeopleQuerySchema, slotsQuerySchema } from '../../src/contracts/scheduling/slots.ts'
import type { Shape } from './random-body.ts'

/** One request that the product answers: `path` starts after `/api`, with its parameters' names. */
export type Asked = { method: string; path: string; of: string | null; shape: Shape }

const nothing = z.object({})
const comment = z.object({ comment: z.string() })

/** What the endpoints that are not a collection's own read, from the body or from the query. */
const contracts: Record<string, z.ZodType> = {
  'GET /app/slots': slotsQuerySchema,
  'GET /app/slots/explain': explainQuerySchema,
  'GET /app/slots/people': slotPeopleQuerySchema,
  'GET /app/finder': finderQuerySchema,
  'GET /app/finder/nearest': finderQuerySchema,
  'GET /app/nearby': nearbyQuerySchema,
  'GET /app/search': searchQuerySchema,
  'GET /app/board': boardQuerySchema,
  'GET /app/conflicts': conflictsQuerySchema,
  'GET /app/me/bookings/:id/slots': ownSlotsQuerySchema,
  'GET /app/me/visits': z.object({ from: z.iso.date(), to: z.iso.date() }),
  'GET /app/links/:token/slots': ownSlotsQuerySchema,
  'POST /app/holds': holdSchema,
  'POST /app/routes/proposals': proposeRoutesSchema,
  'POST /app/routes/proposals/:id/apply': nothing,
  'POST /app/routes/proposals/:id/undo': nothing,
  'POST /app/me/password': changePasswordSchema,
  'POST /app/setup/start': startCompanySchema,
  'POST /app/session': signInSchema,
  'POST /app/session/link': sendLinkSchema,
  'POST /app/session/enter': enterSchema,
  'POST /app/session/reset': resetSchema,
  'POST /app/bookings': createBookingSchema,
  'POST /app/series': seriesSchema,
  'POST /app/series/preview': seriesSchema,
  'POST /app/me/bookings/:id/holds': ownHoldSchema,
  'POST /app/me/notifications/read': nothing,
  'POST /app/me/notifications/:id/read': nothing,
  'POST /app/outbox/:id/retry': nothing,
  'POST /app/links/:token/holds': ownHoldSchema,
  'POST /app/links/:token/reschedule': moveByLinkSchema,
  'POST /app/links/:token/cancel': comment,
  ...Object.fromEntries(
    Object.entries(bookingCommandSchemas).map(([verb, of]) => [`POST /bookings/:id/${verb}`, of]),
  ),
  'POST /bookings/:id/remind': remindSchema,
  'POST /bookings/:id/reschedule': moveBookingSchema,
  'POST /bookings/:id/retime': moveBookingSchema,
  'POST /bookings/:id/appointments/accept': answerSeveralSchema,
  'POST /bookings/:id/appointments/decline': answerSeveralSchema,
  'POST /bookings/:id/appointments/pend': answerSeveralSchema,
  'POST /bookings/:id/lines': addLineSchema,
  'POST /bookings/:id/visits': addVisitsSchema,
  'POST /bookings/:id/lines/:line/remove': removeSchema,
  'POST /appointments/:id/assign': assignSchema,
  'POST /appointments/:id/cancel': removeSchema,
  'POST /appointments/:id/accept-alternative': acceptAlternativeSchema,
  'POST /appointments/:id/reschedule': moveVisitSchema,
  'POST /appointments/:id/retime': moveVisitSchema,
  'POST /appointments/:id/accept': answerSchema,
  'POST /appointments/:id/decline': answerSchema,
  'POST /appointments/:id/pend': answerSchema,
  'POST /appointments/:id/en-route': progressSchema,
  'POST /appointments/:id/start': progressSchema,
  'POST /appointments/:id/pause': progressSchema,
  'POST /appointments/:id/finish': progressSchema,
  'POST /series/:id/move': moveSeriesSchema,
  'POST /series/:id/end': endSeriesSchema,
  'POST /webhooks/:provider': nothing,
  'POST /webhook-events/:id/retry': nothing,
  'POST /app/team': addFieldworkerSchema,
  'POST /fieldworkers/:id/login': giveLoginSchema,
  'POST /users/:id/invite': nothing,
  'POST /users/:id/password-link': nothing,
}

const account = {
  email: { type: 'string' },
  password: { type: 'string' },
  token: { type: 'string' },
}
const ofAccounts = /^\/(login|logout|refresh-token|forgot-password|reset-password|unlock)$/

const shapeOf = (contract: z.ZodType): Shape =>
  z.toJSONSchema(contract, { io: 'input', unrepresentable: 'any' }) as Shape

/** What a record is made from: the product itself writes the rest. */
const written = ({ properties = {}, ...shape }: Shape): Shape => {
  const { id: _id, createdAt: _made, updatedAt: _changed, ...rest } = properties
  return { ...shape, properties: rest }
}

/** Paths that every collection has; anything else is an endpoint of ours. */
const isOfCollections = (path: string) => /^\/(:id|:key|:id\/duplicate|access\/:id\?)?$/.test(path)

/**
 * Every request that may carry something, from the config's own endpoints and fields.
 * @throws {Error} for an endpoint with a body whose contract is not listed here
 */
export const everyRequest = (config: SanitizedConfig): Asked[] => {
  const { definitions = {} } = configToJSONSchema(config, 'text') as {
    definitions?: Record<string, Shape>
  }
  const asked = ({ method, path }: { method: string; path: string }, of: string | null) => {
    const verb = method.toUpperCase()
    const whole = `${of ? `/${of}` : ''}${path}`.replace(/\/$/, '').replace('/:id?', '/:id')
    const contract = contracts[`${verb} ${whole}`]
    if (contract) return { method: verb, path: whole, of, shape: shapeOf(contract) }
    if (ofAccounts.test(path))
      return { method: verb, path: whole, of, shape: { type: 'object', properties: account } }
    if (of && isOfCollections(path))
      return { method: verb, path: whole, of, shape: written(definitions[of] ?? {}) }
    if (verb === 'GET' || verb === 'DELETE') return { method: verb, path: whole, of, shape: {} }
    throw new Error(`List the contract of ${verb} ${whole}.`)
  }
  const collections = config.collections.flatMap(({ slug, endpoints }) =>
    (endpoints || []).map((endpoint) => asked(endpoint, slug)),
  )
  const globals = config.globals.map(({ slug }) => ({
    ...{ method: 'POST', path: `/globals/${slug}`, of: slug },
    shape: written(definitions[slug] ?? {}),
  }))
  const root = config.endpoints.map((endpoint) => asked(endpoint, null))
  return [...root, ...collections, ...globals].filter(({ path }) => path !== '/app/events')
}
