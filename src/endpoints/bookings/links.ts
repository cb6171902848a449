import type { PayloadRequest } from 'payload'
import { queryOf } from '../query-of.ts'
import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import { z } from 'zod'
import { heldSchema } from '../../contracts/scheduling/holds.ts'
import { slotsAnswerSchema } from '../../contracts/scheduling/slots.ts'
import { moveVerbOf } from '../../domain/bookings/states.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { bookingView } from '../../operations/bookings/booking-view.ts'
import {
  linkAnswerSchema,
  moveByLinkSchema,
  myBookingAnswerSchema,
  ownHoldSchema,
  ownSlotsQuerySchema,
} from '../../contracts/bookings/my-bookings.ts'
import type { LinkPurpose } from '../../operations/messages/mint-link.ts'
import { holdForBooking } from '../../operations/bookings/hold-for-booking.ts'
import { moveBooking } from '../../operations/bookings/move-booking.ts'
import { slotsForBooking } from '../../operations/bookings/slots-for-booking.ts'
import { slotsAnswer } from '../scheduling/slots-answer.ts'
import { commandBooking } from '../../operations/bookings/command-booking.ts'
import { actAsLink } from '../../operations/people/act-as-link.ts'
import { type FoundLink, lookAtLink } from '../../operations/people/redeem-link.ts'
import { bodyOf } from '../body-of.ts'

const cancelSchema = z.strictObject({ comment: z.string().trim().min(1).max(2000) })
const headers = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' }
const assertFor = ({ purpose }: FoundLink, wanted: LinkPurpose) => {
  if (purpose === wanted) return
  throw new DomainError('not-allowed', 'This link only shows the booking.')
}
const tokenIn = (req: PayloadRequest) => String(req.routeParams?.['token'] ?? '')

/** What a mailed link shows, and cancelling by it; a link acts on POST alone. */
export const linksEndpoints: ScopedEndpoint[] = [
  {
    path: '/app/links/:token',
    method: 'get',
    custom: { scopes: 'anyone', answer: linkAnswerSchema },
    handler: async (req) => {
      const link = await lookAtLink(req, tokenIn(req))
      if (link.subjectType !== 'bookings') {
        return Response.json({ purpose: link.purpose, booking: null, email: null }, { headers })
      }
      const booking = await actAsLink(req, link)
      const answer = {
        purpose: link.purpose,
        booking: await bookingView(req, booking),
        email: null,
      }
      return Response.json(answer, { headers })
    },
  },
  {
    path: '/app/links/:token/slots',
    method: 'get',
    custom: { scopes: 'anyone', query: ownSlotsQuerySchema, answer: slotsAnswerSchema },
    handler: async (req) => {
      const link = await lookAtLink(req, tokenIn(req))
      assertFor(link, 'reschedule')
      const booking = await actAsLink(req, link)
      const asked = queryOf(req, ownSlotsQuerySchema)
      const found = await slotsForBooking(req, { booking, ...asked })
      return Response.json(slotsAnswer(found, asked.from), { headers })
    },
  },
  {
    path: '/app/links/:token/holds',
    method: 'post',
    custom: { scopes: 'anyone', body: ownHoldSchema, answer: heldSchema },
    handler: async (req) => {
      const body = await bodyOf(req, ownHoldSchema)
      const link = await lookAtLink(req, tokenIn(req))
      assertFor(link, 'reschedule')
      const booking = await actAsLink(req, link)
      const held = await holdForBooking(req, { booking, body })
      return held ? Response.json(held, { headers }) : new Response(null, { status: 204 })
    },
  },
  {
    path: '/app/links/:token/reschedule',
    method: 'post',
    custom: { scopes: 'anyone', body: moveByLinkSchema, answer: myBookingAnswerSchema },
    handler: async (req) => {
      const body = await bodyOf(req, moveByLinkSchema)
      const link = await lookAtLink(req, tokenIn(req))
      assertFor(link, 'reschedule')
      const before = await actAsLink(req, link)
      const move = { id: before.id, verb: moveVerbOf(before), body }
      const booking = await moveBooking(req, move)
      return Response.json({ booking: await bookingView(req, booking) }, { headers })
    },
  },
  {
    path: '/app/links/:token/cancel',
    method: 'post',
    custom: { scopes: 'anyone', body: cancelSchema, answer: myBookingAnswerSchema },
    handler: async (req) => {
      const body = await bodyOf(req, cancelSchema)
      const link = await lookAtLink(req, tokenIn(req))
      assertFor(link, 'cancel')
      const { id } = await actAsLink(req, link)
      const booking = await commandBooking(req, { id, name: 'cancel', body })
      return Response.json({ booking: await bookingView(req, booking) }, { headers })
    },
  },
]
