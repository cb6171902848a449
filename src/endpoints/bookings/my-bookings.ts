import type { PayloadRequest } from 'payload'
import { queryOf } from '../query-of.ts'
import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import {
  myBookingAnswerSchema,
  myBookingsAnswerSchema,
  ownHoldSchema,
  ownSlotsQuerySchema,
} from '../../contracts/bookings/my-bookings.ts'
import { heldSchema } from '../../contracts/scheduling/holds.ts'
import { slotsAnswerSchema } from '../../contracts/scheduling/slots.ts'
import { bookingSummaries, bookingView } from '../../operations/bookings/booking-view.ts'
import { holdForBooking } from '../../operations/bookings/hold-for-booking.ts'
import { findBooking } from '../../operations/bookings/find-booking.ts'
import { slotsForBooking } from '../../operations/bookings/slots-for-booking.ts'
import type { Booking } from '../../payload-types.ts'
import { slotsAnswer } from '../scheduling/slots-answer.ts'
import { bodyOf } from '../body-of.ts'
import { idIn } from '../id-in.ts'
import { ownerOf } from '../people/owner-of.ts'

const headers = { 'Cache-Control': 'no-store' }

const ownBooking = async (req: PayloadRequest): Promise<Booking> => {
  await ownerOf(req, 'customer')
  return findBooking(req, idIn(req))
}

/** `GET /app/me/bookings[/:id]`: a customer's own bookings. */
export const myBookingsEndpoints: ScopedEndpoint[] = [
  {
    path: '/app/me/bookings/:id/slots',
    method: 'get',
    custom: { scopes: 'people', query: ownSlotsQuerySchema, answer: slotsAnswerSchema },
    handler: async (req) => {
      const booking = await ownBooking(req)
      const asked = queryOf(req, ownSlotsQuerySchema)
      const found = await slotsForBooking(req, { booking, ...asked })
      return Response.json(slotsAnswer(found, asked.from), { headers })
    },
  },
  {
    path: '/app/me/bookings/:id/holds',
    method: 'post',
    custom: { scopes: 'people', body: ownHoldSchema, answer: heldSchema },
    handler: async (req) => {
      const booking = await ownBooking(req)
      const body = await bodyOf(req, ownHoldSchema)
      const held = await holdForBooking(req, { booking, body })
      return held ? Response.json(held, { headers }) : new Response(null, { status: 204 })
    },
  },
  {
    path: '/app/me/bookings',
    method: 'get',
    custom: { scopes: 'people', answer: myBookingsAnswerSchema },
    handler: async (req) => {
      await ownerOf(req, 'customer')
      const { docs } = await req.payload.find({
        collection: 'bookings',
        // Whatever has a visit ahead comes first, and is not cut off.
        sort: '-endsAt',
        limit: 200,
        pagination: false,
        joins: false,
        depth: 0,
        req,
        overrideAccess: false,
      })
      return Response.json({ bookings: await bookingSummaries(req, docs) }, { headers })
    },
  },
  {
    path: '/app/me/bookings/:id',
    method: 'get',
    custom: { scopes: 'people', answer: myBookingAnswerSchema },
    handler: async (req) => {
      const booking = await ownBooking(req)
      return Response.json({ booking: await bookingView(req, booking) }, { headers })
    },
  },
]
