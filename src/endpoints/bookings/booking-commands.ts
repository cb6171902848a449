import type { Endpoint } from 'payload'
import { answerSeveralSchema } from '../../contracts/appointments.ts'
import { type BookingCommand, bookingCommandSchemas } from '../../contracts/bookings.ts'
import { moveBookingSchema } from '../../contracts/moves.ts'
import { answerVisits } from '../../operations/bookings/answer-visits.ts'
import type { AnswerVerb } from '../../operations/bookings/answer-visit.ts'
import { commandBooking } from '../../operations/bookings/command-booking.ts'
import { moveBooking, type MoveVerb } from '../../operations/bookings/move-booking.ts'
import { withIdempotency } from '../../operations/records/with-idempotency.ts'
import { bodyOf } from '../body-of.ts'
import { idIn } from '../id-in.ts'
import { lineEndpoints } from './line-commands.ts'

const command = (name: BookingCommand): Endpoint => ({
  path: `/:id/${name}`,
  method: 'post',
  handler: async (req) => {
    const id = idIn(req)
    const body = await bodyOf(req, bookingCommandSchemas[name])
    return Response.json({ booking: await commandBooking(req, { id, name, body }) })
  },
})

const move = (verb: MoveVerb): Endpoint => ({
  path: `/:id/${verb}`,
  method: 'post',
  handler: async (req) => {
    const id = idIn(req)
    const body = await bodyOf(req, moveBookingSchema)
    return withIdempotency(req, { route: `POST /bookings/${id}/${verb}`, body }, async (keep) => {
      const booking = await moveBooking(
        req,
        { id, verb, body },
        { onMoved: (moved) => keep(200, { booking: moved }) },
      )
      return Response.json({ booking })
    })
  },
})

const answerSeveral = (verb: AnswerVerb): Endpoint => ({
  path: `/:id/appointments/${verb}`,
  method: 'post',
  handler: async (req) => {
    const booking = idIn(req)
    const body = await bodyOf(req, answerSeveralSchema)
    return Response.json({ appointments: await answerVisits(req, { booking, verb, body }) })
  },
})

/** `POST /bookings/:id/<command>` and the answers for several visits of one booking. */
export const bookingEndpoints: Endpoint[] = [
  ...(Object.keys(bookingCommandSchemas) as BookingCommand[]).map(command),
  ...(['reschedule', 'retime'] as const).map(move),
  ...(['accept', 'decline', 'pend'] as const).map(answerSeveral),
  ...lineEndpoints,
]
