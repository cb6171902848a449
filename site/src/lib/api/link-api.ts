import { heldSchema } from '../../../../src/contracts/scheduling/holds.ts'
import {
  linkAnswerSchema,
  myBookingAnswerSchema,
} from '../../../../src/contracts/bookings/my-bookings.ts'
import { slotsAnswerSchema } from '../../../../src/contracts/scheduling/slots.ts'
import { type Caller, call } from '../call.ts'
import { nothing, query, type OwnSlots, type OwnHold, type MoveWish } from './request-shapes.ts'

/** What a mailed link lets its holder see and do. */
export const linkApi = (caller: Caller) => ({
  link: (token: string) =>
    call(caller, { path: `/api/app/links/${encodeURIComponent(token)}`, schema: linkAnswerSchema }),
  slotsByLink: (token: string, range: OwnSlots) =>
    call(caller, {
      path: `/api/app/links/${encodeURIComponent(token)}/slots?${query(range)}`,
      schema: slotsAnswerSchema,
    }),
  holdByLink: (token: string, body: OwnHold) =>
    call(caller, {
      path: `/api/app/links/${encodeURIComponent(token)}/holds`,
      method: 'POST',
      body,
      schema: heldSchema.nullable(),
    }),
  moveByLink: (token: string, wish: MoveWish) =>
    call(caller, {
      path: `/api/app/links/${encodeURIComponent(token)}/reschedule`,
      method: 'POST',
      body: wish,
      schema: myBookingAnswerSchema,
    }),
  cancelByLink: (token: string, comment: string) =>
    call(caller, {
      path: `/api/app/links/${encodeURIComponent(token)}/cancel`,
      method: 'POST',
      body: { comment },
      schema: nothing,
    }),
})
