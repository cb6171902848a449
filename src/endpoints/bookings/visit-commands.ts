import type { Endpoint } from 'payload'
import {
  acceptAlternativeSchema,
  answerSchema,
  assignSchema,
  progressSchema,
} from '../../contracts/appointments.ts'
import { removeSchema } from '../../contracts/booking-lines.ts'
import { moveVisitSchema } from '../../contracts/moves.ts'
import { acceptAlternative } from '../../operations/bookings/accept-alternative.ts'
import { type AnswerVerb, answerVisit } from '../../operations/bookings/answer-visit.ts'
import { assignVisit } from '../../operations/bookings/assign-visit.ts'
import { cancelVisit } from '../../operations/bookings/cancel-visit.ts'
import type { MoveVerb } from '../../operations/bookings/move-booking.ts'
import { moveVisit } from '../../operations/bookings/move-visit.ts'
import { type ProgressEvent, reportProgress } from '../../operations/bookings/report-progress.ts'
import { withIdempotency } from '../../operations/records/with-idempotency.ts'
import { bodyOf } from '../body-of.ts'
import { idIn } from '../id-in.ts'

const assign: Endpoint = {
  path: '/:id/assign',
  method: 'post',
  handler: async (req) => {
    const id = idIn(req)
    const body = await bodyOf(req, assignSchema)
    return Response.json({ appointment: await assignVisit(req, { id, body }) })
  },
}

const move = (verb: MoveVerb): Endpoint => ({
  path: `/:id/${verb}`,
  method: 'post',
  handler: async (req) => {
    const id = idIn(req)
    const body = await bodyOf(req, moveVisitSchema)
    return withIdempotency(
      req,
      { route: `POST /appointments/${id}/${verb}`, body },
      async (keep) => {
        const appointment = await moveVisit(
          req,
          { id, verb, body },
          { onMoved: (moved) => keep(200, { appointment: moved }) },
        )
        return Response.json({ appointment })
      },
    )
  },
})

const answer = (verb: AnswerVerb): Endpoint => ({
  path: `/:id/${verb}`,
  method: 'post',
  handler: async (req) => {
    const id = idIn(req)
    const body = await bodyOf(req, answerSchema)
    return Response.json({ appointment: await answerVisit(req, { id, verb, body }) })
  },
})

const cancel: Endpoint = {
  path: '/:id/cancel',
  method: 'post',
  handler: async (req) => {
    const id = idIn(req)
    const body = await bodyOf(req, removeSchema)
    return Response.json({ appointment: await cancelVisit(req, { id, body }) })
  },
}

const accept: Endpoint = {
  path: '/:id/accept-alternative',
  method: 'post',
  handler: async (req) => {
    const id = idIn(req)
    const body = await bodyOf(req, acceptAlternativeSchema)
    return Response.json({ appointment: await acceptAlternative(req, { id, body }) })
  },
}

const progress = (event: ProgressEvent): Endpoint => ({
  path: `/:id/${event}`,
  method: 'post',
  handler: async (req) => {
    const id = idIn(req)
    const body = await bodyOf(req, progressSchema)
    return Response.json({ appointment: await reportProgress(req, { id, event, body }) })
  },
})

/** `POST /appointments/:id/<command>` (DESIGN §7). */
export const appointmentEndpoints: Endpoint[] = [
  assign,
  cancel,
  accept,
  ...(['reschedule', 'retime'] as const).map(move),
  ...(['accept', 'decline', 'pend'] as const).map(answer),
  ...(['en-route', 'start', 'pause', 'finish'] as const).map(progress),
]
