import type { Endpoint } from 'payload'
import { addLineSchema, addVisitsSchema, removeSchema } from '../../contracts/booking-lines.ts'
import { addLine } from '../../operations/bookings/add-line.ts'
import { addVisits } from '../../operations/bookings/add-visits.ts'
import { removeLine } from '../../operations/bookings/remove-line.ts'
import { withIdempotency } from '../../operations/records/with-idempotency.ts'
import { bodyOf } from '../body-of.ts'
import { idIn } from '../id-in.ts'

const add: Endpoint = {
  path: '/:id/lines',
  method: 'post',
  handler: async (req) => {
    const id = idIn(req)
    const body = await bodyOf(req, addLineSchema)
    return withIdempotency(req, { route: `POST /bookings/${id}/lines`, body }, async (keep) => {
      const added = await addLine(req, { id, body }, { onAdded: (made) => keep(201, made) })
      return Response.json(added, { status: 201 })
    })
  },
}

const visits: Endpoint = {
  path: '/:id/visits',
  method: 'post',
  handler: async (req) => {
    const id = idIn(req)
    const body = await bodyOf(req, addVisitsSchema)
    return withIdempotency(req, { route: `POST /bookings/${id}/visits`, body }, async (keep) => {
      const appointments = await addVisits(
        req,
        { id, body },
        { onAdded: (made) => keep(201, { appointments: made }) },
      )
      return Response.json({ appointments }, { status: 201 })
    })
  },
}

const remove: Endpoint = {
  path: '/:id/lines/:line/remove',
  method: 'post',
  handler: async (req) => {
    const id = idIn(req)
    const body = await bodyOf(req, removeSchema)
    return Response.json({ line: await removeLine(req, { id, line: idIn(req, 'line'), body }) })
  },
}

/** `POST /bookings/:id/{lines,visits}` and `…/lines/:line/remove` (DS-01, DM-03…05). */
export const lineEndpoints: Endpoint[] = [add, visits, remove]
