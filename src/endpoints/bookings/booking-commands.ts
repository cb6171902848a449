import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import { answerSeveralSchema, remindSchema } from '../../contracts/bookings/appointments.ts'
import { type BookingCommand, bookingCommandSchemas } from '../../contracts/bookings/bookings.ts'
import { moveBookingSchema } from '../../contracts/bookings/moves.ts'
import { answerVisits } from '../../operations/bookings/answer-visits.ts'
import type { AnswerVerb } from '../../operations/bookings/answer-visit.ts'
import { commandBooking } from '../../operations/bookings/command-booking.ts'
import { moveBooking, type MoveVerb } from '../../operations/bookings/move-booking.ts'
import { remindOffers } from '../../operations/bookings/remind-offers.ts'
import { commandEndpoint, onceEndpoint } from './command-endpoint.ts'
import { lineEndpoints } from './line-commands.ts'

const command = (name: BookingCommand): ScopedEndpoint =>
  commandEndpoint(
    { of: 'bookings', verb: name, schema: bookingCommandSchemas[name] },
    async (req, asked) => ({
      booking: await commandBooking(req, { ...asked, name }),
    }),
  )

const move = (verb: MoveVerb): ScopedEndpoint =>
  onceEndpoint({ of: 'bookings', verb, schema: moveBookingSchema }, async (req, asked, keep) => ({
    booking: await moveBooking(
      req,
      { ...asked, verb },
      { onMoved: (moved) => keep({ booking: moved }) },
    ),
  }))

const answerSeveral = (verb: AnswerVerb): ScopedEndpoint =>
  commandEndpoint(
    { of: 'bookings', verb: `appointments/${verb}`, schema: answerSeveralSchema },
    async (req, { id, body }) => ({
      appointments: await answerVisits(req, { booking: id, verb, body }),
    }),
  )

/** `POST /bookings/:id/<command>` and the answers for several visits of one booking. */
export const bookingEndpoints: ScopedEndpoint[] = [
  ...(Object.keys(bookingCommandSchemas) as BookingCommand[]).map(command),
  commandEndpoint(
    { of: 'bookings', verb: 'remind', schema: remindSchema },
    async (req, { id }) => ({
      reminded: await remindOffers(req, id),
    }),
  ),
  ...(['reschedule', 'retime'] as const).map(move),
  ...(['accept', 'decline', 'pend'] as const).map(answerSeveral),
  ...lineEndpoints,
]
