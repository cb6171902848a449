import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import {
  acceptAlternativeSchema,
  answerSchema,
  assignSchema,
  progressSchema,
} from '../../contracts/bookings/appointments.ts'
import { cancelVisitSchema } from '../../contracts/bookings/booking-lines.ts'
import { moveVisitSchema } from '../../contracts/bookings/moves.ts'
import { acceptAlternative } from '../../operations/bookings/accept-alternative.ts'
import { type AnswerVerb, answerVisit } from '../../operations/bookings/answer-visit.ts'
import { assignVisit } from '../../operations/bookings/assign-visit.ts'
import { cancelVisit } from '../../operations/bookings/cancel-visit.ts'
import type { MoveVerb } from '../../operations/bookings/move-booking.ts'
import { moveVisit } from '../../operations/bookings/move-visit.ts'
import { type ProgressEvent, reportProgress } from '../../operations/bookings/report-progress.ts'
import { commandEndpoint, onceEndpoint } from './command-endpoint.ts'

const move = (verb: MoveVerb): ScopedEndpoint =>
  onceEndpoint({ of: 'appointments', verb, schema: moveVisitSchema }, async (req, asked, keep) => ({
    appointment: await moveVisit(
      req,
      { ...asked, verb },
      { onMoved: (moved) => keep({ appointment: moved }) },
    ),
  }))

const answer = (verb: AnswerVerb): ScopedEndpoint =>
  commandEndpoint({ of: 'appointments', verb, schema: answerSchema }, async (req, asked) => ({
    appointment: await answerVisit(req, { ...asked, verb }),
  }))

const progress = (event: ProgressEvent): ScopedEndpoint =>
  commandEndpoint(
    { of: 'appointments', verb: event, schema: progressSchema },
    async (req, asked) => ({
      appointment: await reportProgress(req, { ...asked, event }),
    }),
  )

/** `POST /appointments/:id/<command>`. */
export const appointmentEndpoints: ScopedEndpoint[] = [
  commandEndpoint(
    { of: 'appointments', verb: 'assign', schema: assignSchema },
    async (req, asked) => ({
      appointment: await assignVisit(req, asked),
    }),
  ),
  commandEndpoint(
    { of: 'appointments', verb: 'cancel', schema: cancelVisitSchema },
    async (req, asked) => ({
      appointment: await cancelVisit(req, asked),
    }),
  ),
  commandEndpoint(
    { of: 'appointments', verb: 'accept-alternative', schema: acceptAlternativeSchema },
    async (req, asked) => ({
      appointment: await acceptAlternative(req, asked),
    }),
  ),
  ...(['reschedule', 'retime'] as const).map(move),
  ...(['accept', 'decline', 'pend'] as const).map(answer),
  ...(['en-route', 'start', 'pause', 'finish'] as const).map(progress),
]
