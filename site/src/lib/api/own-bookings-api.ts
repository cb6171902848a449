import { z } from 'zod'
import { heldSchema } from '../../../../src/contracts/scheduling/holds.ts'
import {
  myBookingAnswerSchema,
  myBookingsAnswerSchema,
} from '../../../../src/contracts/bookings/my-bookings.ts'
import { moveVerbOf } from '../../../../src/domain/bookings/states.ts'
import { slotsAnswerSchema } from '../../../../src/contracts/scheduling/slots.ts'
import { type Caller, call } from '../call.ts'
import { nothing, query, type OwnSlots, type OwnHold, type MoveWish } from './request-shapes.ts'

const movedSchema = z.object({ booking: z.object({ id: z.string() }) })

type Moving = { id: string; status: string }

/** Moves a booking in place or to its successor, and reads it as it is then. */
const moveOwnBooking = async (caller: Caller, { id, status }: Moving, wish: MoveWish) => {
  const moved = await call(caller, {
    path: `/api/bookings/${encodeURIComponent(id)}/${moveVerbOf({ status })}`,
    method: 'POST',
    body: wish,
    schema: movedSchema,
  })
  if (!moved.ok) return moved
  return call(caller, {
    path: `/api/app/me/bookings/${encodeURIComponent(moved.data.booking.id)}`,
    schema: myBookingAnswerSchema,
  })
}

/** What customers see of their own bookings and do with them. */
export const ownBookingsApi = (caller: Caller) => ({
  bookings: () =>
    call(caller, {
      path: '/api/app/me/bookings',
      schema: myBookingsAnswerSchema,
    }),
  booking: (id: string) =>
    call(caller, {
      path: `/api/app/me/bookings/${encodeURIComponent(id)}`,
      schema: myBookingAnswerSchema,
    }),
  cancel: (id: string, comment: string) =>
    call(caller, {
      path: `/api/bookings/${encodeURIComponent(id)}/cancel`,
      method: 'POST',
      body: { comment },
      schema: nothing,
    }),
  ownSlots: (id: string, range: OwnSlots) =>
    call(caller, {
      path: `/api/app/me/bookings/${encodeURIComponent(id)}/slots?${query(range)}`,
      schema: slotsAnswerSchema,
    }),
  ownHold: (id: string, body: OwnHold) =>
    call(caller, {
      path: `/api/app/me/bookings/${encodeURIComponent(id)}/holds`,
      method: 'POST',
      body,
      schema: heldSchema.nullable(),
    }),
  move: (booking: Moving, wish: MoveWish) => moveOwnBooking(caller, booking, wish),
})
