import type { Endpoint } from 'payload'
import { pointOf } from '../../contracts/place-query.ts'
import { type SlotsAnswer, slotsQuerySchema } from '../../contracts/slots.ts'
import { isoWriter } from '../../domain/scheduling/iso-writer.ts'
import { zoneNameOf } from '../../domain/scheduling/local-time.ts'
import {
  type AvailableSlots,
  findAvailableSlots,
} from '../../operations/scheduling/find-available-slots.ts'
import { answerWithTag } from '../answer-with-tag.ts'

/** `GET /app/slots`: free slots of a service, with how many people can take each (AV-04). */
export const slotsEndpoint: Endpoint = {
  path: '/app/slots',
  method: 'get',
  handler: async (req) => {
    const asked = slotsQuerySchema.parse(req.query)
    const found = await findAvailableSlots(req, {
      ...asked,
      place: { ...asked, coordinates: pointOf(asked) },
      now: Date.now(),
    })
    return answerWithTag(req, answerOf(found, asked.from))
  },
}

const answerOf = (found: AvailableSlots, from: string): SlotsAnswer => {
  const iso = isoWriter()
  return {
    mode: found.mode,
    reason: found.reason,
    timezone: found.timezone,
    zoneName: zoneNameOf(found.slots[0]?.start ?? Date.parse(from), found.timezone),
    place: { area: found.place?.area ?? null, location: found.place?.location ?? null },
    slots: found.slots.map(({ start, end, available }) => ({
      start: iso(start),
      end: iso(end),
      available,
    })),
  }
}
