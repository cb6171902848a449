import type { Endpoint } from 'payload'
import { type SlotsAnswer, type SlotsQuery, slotsQuerySchema } from '../../contracts/slots.ts'
import { zoneNameOf } from '../../domain/scheduling/local-time.ts'
import {
  type AvailableSlots,
  findAvailableSlots,
} from '../../operations/scheduling/find-available-slots.ts'

/** `GET /app/slots`: free slots of a service, with how many people can take each (AV-04). */
export const slotsEndpoint: Endpoint = {
  path: '/app/slots',
  method: 'get',
  handler: async (req) => {
    const asked = slotsQuerySchema.parse(req.query)
    const found = await findAvailableSlots(req, {
      ...asked,
      place: placeAsked(asked),
      now: Date.now(),
    })
    return Response.json(answerOf(found, asked.from), {
      headers: { 'Cache-Control': 'no-store' },
    })
  },
}

const placeAsked = ({ location, postcode, lat, lng }: SlotsQuery) => ({
  location,
  postcode,
  coordinates: lat !== undefined && lng !== undefined ? { lat, lng } : null,
})

const answerOf = (found: AvailableSlots, from: string): SlotsAnswer => ({
  mode: found.mode,
  reason: found.reason,
  timezone: found.timezone,
  zoneName: zoneNameOf(found.slots[0]?.start ?? Date.parse(from), found.timezone),
  place: { area: found.place?.area ?? null, location: found.place?.location ?? null },
  slots: found.slots.map(({ start, end, available }) => ({
    start: new Date(start).toISOString(),
    end: new Date(end).toISOString(),
    available,
  })),
})
