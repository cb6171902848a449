import type { Endpoint } from 'payload'
import {
  acceptAlternativeSchema,
  answerSchema,
  assignSchema,
  progressSchema,
} from '../../contracts/bookings/appointments.ts'
import { removeSchema } from '../../contracts/bookings/booking-lines.ts'
import { moveVisitSchema } from '../../contracts/bookings/moves.ts'
import { acceptAlternative } from '../../operations/bookings/accept-alternative.ts'
import { type AnswerVerb, answerVisit } from '../../operations/bookings/answer-visit.ts'
import { assignVisit } from '../../operations/bookings/assign-visit.ts'
import { cancelVisit } from '../../operations/bookings/cancel-visit.ts'
import type { MoveVerb } from '../../operations/bookings/move-booking.ts'
import { moveVisit } from '../../operations/bookings/move-visit.ts'
import { type ProgressEvent, reportProgress } from '../../operations/bookings/report-progress.ts'
import { commandEndpoint, onceEndpoint } from './command-endpoint.ts'

const move = (verb: MoveVerb): Endpoint =>
  onceEndpoint({ of: 'appointments', verb, schema: moveVisitSchema }, async (req, asked, keep) => ({
    appointment: await moveVisit(
      req,
      { ...asked, verb },
      { onMoved: (moved) => keep({ appointment: moved }) },
    ),
  }))

const answer = (verb: AnswerVerb): Endpoint =>
  commandEndpoint(verb, answerSchema, async (req, asked) => ({
    appointment: await answerVisit(req, { ...asked, verb }),
  }))

const progress = (event: ProgressEvent): Endpoint =>
  commandEndpoint(event, progressSchema, async (req, asked) => ({
    appointment: await reportProgress(req, { ...asked, event }),
  }))

/** `POST /appointments/:id/<command>` (DESIGN §7). */
export const appointmentEndpoints: Endpoint[] = [
  commandEndpoint('assign', assignSchema, async (req, asked) => ({
    appointment: await assignVisit(req, asked),
  })),
  commandEndpoint('cancel', removeSchema, async (req, asked) => ({
    appointment: await cancelVisit(req, asked),
  })),
  commandEndpoint('accept-alternative', acceptAlternativeSchema, async (req, asked) => ({
    appointment: await acceptAlternative(req, asked),
  })),
  ...(['reschedule', 'retime'] as const).map(move),
  ...(['accept', 'decline', 'pend'] as const).map(answer),
  ...(['en-route', 'start', 'pause', 'finish'] as const).map(progress),
]
