import { queryOf } from '../query-of.ts'
import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import { actorOf, may } from '../../access/actor.ts'
import {
  type SlotPeopleAnswer,
  slotPeopleAnswerSchema,
  slotPeopleQuerySchema,
} from '../../contracts/scheduling/slots.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { eligiblePeopleFor } from '../../steps/scheduling/people-for-slot.ts'

/** `GET /app/slots/people`: who can take one start, for those who assign. */
export const slotsPeopleEndpoint: ScopedEndpoint = {
  path: '/app/slots/people',
  method: 'get',
  custom: {
    scopes: ['appointments:read', 'fieldworkers:read'],
    query: slotPeopleQuerySchema,
    answer: slotPeopleAnswerSchema,
  },
  handler: async (req) => {
    const actor = await actorOf(req)
    if (actor.kind === 'anonymous') throw new DomainError('not-signed-in', 'Sign in first.')
    if (!may(actor, 'booking.assign') && !may(actor, 'booking.create'))
      throw new DomainError('not-allowed', 'You may not assign bookings.')
    const { start, end, lat, lng, ...asked } = queryOf(req, slotPeopleQuerySchema)
    const { timezone, people } = await eligiblePeopleFor(req, {
      service: asked.service,
      except: asked.except,
      place: {
        location: asked.location,
        postcode: asked.postcode,
        coordinates: lat !== undefined && lng !== undefined ? { lat, lng } : null,
      },
      start: Date.parse(start),
      end: end ? Date.parse(end) : undefined,
      now: Date.now(),
    })
    return Response.json({ timezone, people } satisfies SlotPeopleAnswer)
  },
}
