import { isOffice } from '../../domain/bookings/office.ts'
import { type Actor, actorOf } from '../../access/actor.ts'
import { queryOf } from '../query-of.ts'
import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import {
  slotsAnswerSchema,
  type SlotsQuery,
  slotsQuerySchema,
} from '../../contracts/scheduling/slots.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { findAvailableSlots } from '../../operations/scheduling/find-available-slots.ts'
import { noteFruitlessSearch } from '../../operations/scheduling/note-fruitless-search.ts'
import { placeAsked } from '../../operations/scheduling/place-asked.ts'
import { answerWithTag } from '../answer-with-tag.ts'
import { slotsAnswer } from './slots-answer.ts'

const narrowing = ['fieldworker', 'except', 'crew'] as const

/** When one person has time, or how many are needed to use up everybody, is for the office. */
const assertMayNarrow = (actor: Actor, asked: SlotsQuery): void => {
  const field = narrowing.find((name) => asked[name] !== undefined)
  if (!field || isOffice(actor)) return
  throw new DomainError('not-allowed', `Only the office asks with ${field}; leave it out.`, {
    field,
  })
}

/** `GET /app/slots`: free slots of a service, with how many people can take each. */
export const slotsEndpoint: ScopedEndpoint = {
  path: '/app/slots',
  method: 'get',
  custom: { scopes: 'anyone', query: slotsQuerySchema, answer: slotsAnswerSchema },
  handler: async (req) => {
    const asked = queryOf(req, slotsQuerySchema)
    assertMayNarrow(await actorOf(req), asked)
    const found = await findAvailableSlots(req, {
      ...asked,
      place: await placeAsked(req, asked),
      now: Date.now(),
    })
    await noteFruitlessSearch(req, { asked, found })
    return answerWithTag(req, slotsAnswer(found, asked.from))
  },
}
