import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import { pointOf } from '../../contracts/scheduling/place-query.ts'
import { slotsQuerySchema } from '../../contracts/scheduling/slots.ts'
import { findAvailableSlots } from '../../operations/scheduling/find-available-slots.ts'
import { answerWithTag } from '../answer-with-tag.ts'
import { slotsAnswer } from './slots-answer.ts'

/** `GET /app/slots`: free slots of a service, with how many people can take each (AV-04). */
export const slotsEndpoint: ScopedEndpoint = {
  path: '/app/slots',
  method: 'get',
  custom: { scopes: 'anyone' },
  handler: async (req) => {
    const asked = slotsQuerySchema.parse(req.query)
    const found = await findAvailableSlots(req, {
      ...asked,
      place: { ...asked, coordinates: pointOf(asked) },
      now: Date.now(),
    })
    return answerWithTag(req, slotsAnswer(found, asked.from))
  },
}
