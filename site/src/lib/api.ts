import { z } from 'zod'
import { bookedSchema, type CreateBooking } from '../../../src/contracts/bookings/bookings.ts'
import { companyAnswerSchema } from '../../../src/contracts/records/company.ts'
import { heldSchema } from '../../../src/contracts/scheduling/holds.ts'
import { meAnswerSchema, sessionAnswerSchema } from '../../../src/contracts/people/me.ts'
import {
  linkAnswerSchema,
  myBookingAnswerSchema,
  myBookingsAnswerSchema,
} from '../../../src/contracts/bookings/my-bookings.ts'
import {
  myNotificationsAnswerSchema,
  myOffersAnswerSchema,
  myVisitAnswerSchema,
  myVisitsAnswerSchema,
} from '../../../src/contracts/bookings/my-visits.ts'
import {
  type SeriesBody,
  seriesMadeSchema,
  seriesPreviewSchema,
} from '../../../src/contracts/scheduling/series.ts'
import {
  serviceAnswerSchema,
  servicesAnswerSchema,
} from '../../../src/contracts/catalogue/services.ts'
import { slotsAnswerSchema } from '../../../src/contracts/scheduling/slots.ts'
import { type Caller, call } from './call.ts'

type Place = { postcode: string } | { location: string } | { postcode?: never; location?: never }
type OwnSlots = { from: string; to: string; hold?: string }
type OwnHold = { start: string; hold?: string }
type MoveWish = { start: string; comment?: string; hold?: string }
type Credentials = { email: string; password: string }

const nothing = z.unknown()
const movedSchema = z.object({ booking: z.object({ id: z.string() }) })
const query = (values: Record<string, string>) => new URLSearchParams(values).toString()

/** The only door of the site to data: the application API, called in process as the visitor. */
export const api = (caller: Caller) => ({
  company: () => call(caller, { path: '/api/app/company', schema: companyAnswerSchema }),
  services: () => call(caller, { path: '/api/app/services', schema: servicesAnswerSchema }),
  service: (slug: string) =>
    call(caller, {
      path: `/api/app/services/${encodeURIComponent(slug)}`,
      schema: serviceAnswerSchema,
    }),
  slots: (of: { service: string; from: string; to: string; hold?: string } & Place) =>
    call(caller, { path: `/api/app/slots?${query(of)}`, schema: slotsAnswerSchema }),
  hold: (body: { service: string; start: string; hold?: string } & Place) =>
    call(caller, { path: '/api/app/holds', method: 'POST', body, schema: heldSchema }),
  release: (hold: string) =>
    call(caller, {
      path: `/api/app/holds/${encodeURIComponent(hold)}`,
      method: 'DELETE',
      schema: nothing,
    }),
  book: (body: CreateBooking, key: string) =>
    call(caller, {
      path: '/api/app/bookings',
      method: 'POST',
      body,
      schema: bookedSchema,
      headers: { 'idempotency-key': key },
    }),

  signIn: (body: Credentials) =>
    call(caller, {
      path: '/api/app/session',
      method: 'POST',
      body,
      schema: sessionAnswerSchema,
    }),
  sendLink: (email: string) =>
    call(caller, {
      path: '/api/app/session/link',
      method: 'POST',
      body: { email },
      schema: nothing,
    }),
  enter: (token: string) =>
    call(caller, {
      path: '/api/app/session/enter',
      method: 'POST',
      body: { token },
      schema: sessionAnswerSchema,
    }),
  resetPassword: (body: { token: string; password: string }) =>
    call(caller, {
      path: '/api/app/session/reset',
      method: 'POST',
      body,
      schema: sessionAnswerSchema,
    }),
  signOut: () => call(caller, { path: '/api/app/session', method: 'DELETE', schema: nothing }),
  me: () => call(caller, { path: '/api/app/me', schema: meAnswerSchema }),

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
  holdByLink: (token: string, body: OwnHold) =>
    call(caller, {
      path: `/api/app/links/${encodeURIComponent(token)}/holds`,
      method: 'POST',
      body,
      schema: heldSchema.nullable(),
    }),
  move: async ({ id, status }: { id: string; status: string }, wish: MoveWish) => {
    const verb = status === 'pending' ? 'retime' : 'reschedule'
    const moved = await call(caller, {
      path: `/api/bookings/${encodeURIComponent(id)}/${verb}`,
      method: 'POST',
      body: wish,
      schema: movedSchema,
    })
    if (!moved.ok) return moved
    return call(caller, {
      path: `/api/app/me/bookings/${encodeURIComponent(moved.data.booking.id)}`,
      schema: myBookingAnswerSchema,
    })
  },
  previewSeries: (body: SeriesBody) =>
    call(caller, {
      path: '/api/app/series/preview',
      method: 'POST',
      body,
      schema: seriesPreviewSchema,
    }),
  repeat: (body: SeriesBody, key: string) =>
    call(caller, {
      path: '/api/app/series',
      method: 'POST',
      body,
      schema: seriesMadeSchema,
      headers: { 'idempotency-key': key },
    }),
  slotsByLink: (token: string, range: OwnSlots) =>
    call(caller, {
      path: `/api/app/links/${encodeURIComponent(token)}/slots?${query(range)}`,
      schema: slotsAnswerSchema,
    }),
  moveByLink: (token: string, wish: MoveWish) =>
    call(caller, {
      path: `/api/app/links/${encodeURIComponent(token)}/reschedule`,
      method: 'POST',
      body: wish,
      schema: myBookingAnswerSchema,
    }),
  link: (token: string) =>
    call(caller, { path: `/api/app/links/${encodeURIComponent(token)}`, schema: linkAnswerSchema }),
  cancelByLink: (token: string, comment: string) =>
    call(caller, {
      path: `/api/app/links/${encodeURIComponent(token)}/cancel`,
      method: 'POST',
      body: { comment },
      schema: nothing,
    }),

  offers: () => call(caller, { path: '/api/app/me/offers', schema: myOffersAnswerSchema }),
  answerOffer: (
    appointment: string,
    verb: 'accept' | 'decline',
    body: { reason?: string; message?: string; alternatives?: { start: string }[] },
  ) =>
    call(caller, {
      path: `/api/appointments/${encodeURIComponent(appointment)}/${verb}`,
      method: 'POST',
      body,
      schema: nothing,
    }),
  visits: () => call(caller, { path: '/api/app/me/visits', schema: myVisitsAnswerSchema }),
  visit: (id: string) =>
    call(caller, {
      path: `/api/app/me/visits/${encodeURIComponent(id)}`,
      schema: myVisitAnswerSchema,
    }),
  progress: (id: string, event: string, body: { outcomeNotes?: string }) =>
    call(caller, {
      path: `/api/appointments/${encodeURIComponent(id)}/${event}`,
      method: 'POST',
      body,
      schema: nothing,
    }),
  notifications: () =>
    call(caller, {
      path: '/api/app/me/notifications',
      schema: myNotificationsAnswerSchema,
    }),
})
