import type { Endpoint } from 'payload'
import { DomainError } from '../../domain/domain-error.ts'
import { bookingSummaries, bookingView } from '../../operations/bookings/booking-view.ts'
import { idIn } from '../id-in.ts'
import { ownerOf } from '../people/owner-of.ts'

const headers = { 'Cache-Control': 'no-store' }

/** `GET /app/me/bookings[/:id]`: a customer's own bookings (CX-02). */
export const myBookingsEndpoints: Endpoint[] = [
  {
    path: '/app/me/bookings',
    method: 'get',
    handler: async (req) => {
      await ownerOf(req, 'customer')
      const { docs } = await req.payload.find({
        collection: 'bookings',
        sort: '-startsAt',
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
    handler: async (req) => {
      await ownerOf(req, 'customer')
      const booking = await req.payload.findByID({
        collection: 'bookings',
        id: idIn(req),
        depth: 0,
        joins: false,
        disableErrors: true,
        req,
        overrideAccess: false,
      })
      if (!booking) throw new DomainError('not-found', 'There is no such booking.', { status: 404 })
      return Response.json({ booking: await bookingView(req, booking) }, { headers })
    },
  },
]
