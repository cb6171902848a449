import { queryOf } from '../query-of.ts'
import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import {
  finderQuerySchema,
  type NearestAnswer,
  nearestAnswerSchema,
} from '../../contracts/scheduling/finder.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { assertDispatcher } from '../../operations/scheduling/assert-dispatcher.ts'
import { finderQuestion } from '../../operations/scheduling/finder-question.ts'
import { nearestPeople } from '../../operations/scheduling/nearest-people.ts'
import { iso } from './cause-answer.ts'

/** How many are worth a look. */
const limit = 20

/** `GET /app/finder/nearest`: the nearest people who are qualified and free at one start. */
export const finderNearestEndpoint: ScopedEndpoint = {
  path: '/app/finder/nearest',
  method: 'get',
  custom: {
    scopes: ['appointments:read', 'fieldworkers:read'],
    query: finderQuerySchema,
    answer: nearestAnswerSchema,
  },
  handler: async (req) => {
    const actor = await assertDispatcher(req, ['booking.assign', 'booking.create'])
    const question = await finderQuestion(req, { asked: queryOf(req, finderQuerySchema), actor })
    if (question.start === null)
      throw new DomainError('invalid-input', 'Say at what time.', { field: 'start' })
    const found = await nearestPeople(req, { question, limit })
    const answer: NearestAnswer = {
      start: iso(question.start),
      timezone: question.place.timezone,
      people: found.map(({ person, nearest, travelMinutes }) => ({
        id: person.id,
        name: person.name,
        distanceKm: nearest ? Math.round(nearest.km * 10) / 10 : null,
        travelMinutes,
        distanceFrom: nearest?.from ?? null,
      })),
    }
    return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } })
  },
}
