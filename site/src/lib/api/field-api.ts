import {
  myNotificationsAnswerSchema,
  myOffersAnswerSchema,
  myVisitAnswerSchema,
  myVisitsAnswerSchema,
} from '../../../../src/contracts/bookings/my-visits.ts'
import { type Caller, call } from '../call.ts'
import { nothing } from './request-shapes.ts'

/** What fieldworkers are asked and report. */
export const fieldApi = (caller: Caller) => ({
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
