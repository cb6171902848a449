import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import { bookedSchema, createBookingSchema } from '../../contracts/bookings/bookings.ts'
import { eventSequence } from '../../domain/messages/visit-event.ts'
import { createBooking, type Made } from '../../operations/bookings/create-booking.ts'
import { awaitedBy } from '../../operations/bookings/awaited-by.ts'
import { withIdempotency } from '../../access/with-idempotency.ts'
import { bodyOf } from '../body-of.ts'

/** `POST /app/bookings`: takes a slot for a customer, a guest or, by phone, the office. */
export const createBookingEndpoint: ScopedEndpoint = {
  path: '/app/bookings',
  method: 'post',
  custom: {
    scopes: ['bookings:write', 'customers:write', 'addresses:write'],
    body: createBookingSchema,
    answer: bookedSchema,
  },
  handler: async (req) => {
    const body = await bodyOf(req, createBookingSchema)
    if (body.source === 'widget' && !req.user) req.context['channel'] = 'widget'
    // The same wish, whichever hold it comes with.
    const { hold: _hold, ...wish } = body
    return withIdempotency(req, { route: 'POST /app/bookings', body: wish }, async (keep) => {
      const made = await createBooking(req, body, {
        onWritten: (written) => keep(201, answerOf(written)),
      })
      return Response.json(answerOf(made), { status: 201 })
    })
  },
}

const inOrder = ({ visits }: Made) =>
  visits.toSorted(
    (one, other) => one.start.localeCompare(other.start) || one.id.localeCompare(other.id),
  )

const eventsOf = (made: Made) =>
  inOrder(made).map(({ id: visit, start, end, status, version }) => ({
    ...{ visit, start, end, status },
    sequence: eventSequence({
      moves: 0,
      version: version ?? 0,
      bookingVersion: made.booking.version ?? 0,
    }),
  }))

const answerOf = (made: Made) => {
  const { booking, service } = made
  return {
    id: booking.id,
    number: booking.number,
    status: booking.status,
    timezone: booking.timezone,
    start: booking.startsAt,
    end: booking.endsAt,
    service: { name: service.name },
    total: { amount: booking.totals?.total ?? 0, currency: booking.totals?.currency ?? '' },
    awaiting: awaitedBy(booking),
    visits: inOrder(made).map(({ id }) => id),
    events: eventsOf(made),
  }
}
