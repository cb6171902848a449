import { queryOf } from '../query-of.ts'
import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import { actorOf, may } from '../../access/actor.ts'
import {
  type ExplainAnswer,
  explainAnswerSchema,
  explainQuerySchema,
  type Suggestion,
} from '../../contracts/scheduling/explain.ts'
import type { Change } from '../../domain/scheduling/suggest-changes.ts'
import { explainAvailability } from '../../operations/scheduling/explain-availability.ts'
import { placeAsked } from '../../operations/scheduling/place-asked.ts'
import { causeAnswer, iso } from './cause-answer.ts'

/** `GET /app/slots/explain`: why a time is not offered, and what would make it possible. */
export const slotsExplainEndpoint: ScopedEndpoint = {
  path: '/app/slots/explain',
  method: 'get',
  custom: {
    scopes: ['appointments:read', 'fieldworkers:read'],
    query: explainQuerySchema,
    answer: explainAnswerSchema,
  },
  handler: async (req) => {
    const asked = queryOf(req, explainQuerySchema)
    const found = await explainAvailability(req, {
      ...asked,
      place: await placeAsked(req, asked),
      start: Date.parse(asked.start),
      now: Date.now(),
    })
    const maySeeVisits = may(await actorOf(req), 'booking.view-all')
    const told = { nameOf: found.nameOf, maySeeVisits }
    const answer: ExplainAnswer = {
      possible: found.possible,
      start: iso(found.world.start),
      end: iso(found.end),
      timezone: found.world.timezone,
      needed: found.needed,
      available: found.available,
      causes: found.causes.map((cause) => causeAnswer(cause, told)),
      people: found.people.map(({ person, causes }) => ({
        id: person.id,
        name: person.name,
        possible: causes.length === 0,
        causes: causes.map((cause) => causeAnswer(cause, told)),
      })),
      suggestions: found.changes.map((change) => suggestionOf(change, found.nameOf)),
    }
    return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } })
  },
}

const suggestionOf = (
  { start, end, skills, ...change }: Change,
  nameOf: (skill: string) => string,
): Suggestion => ({
  ...change,
  ...(start !== undefined && { start: iso(start) }),
  ...(end !== undefined && { end: iso(end) }),
  ...(skills && { skills: skills.map((id) => ({ id, name: nameOf(id) })) }),
})
