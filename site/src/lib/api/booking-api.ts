import { bookedSchema, type CreateBooking } from '../../../../src/contracts/bookings/bookings.ts'
import { companyAnswerSchema } from '../../../../src/contracts/records/company.ts'
import { heldSchema } from '../../../../src/contracts/scheduling/holds.ts'
import {
  serviceAnswerSchema,
  servicesAnswerSchema,
} from '../../../../src/contracts/catalogue/services.ts'
import { slotsAnswerSchema } from '../../../../src/contracts/scheduling/slots.ts'
import { type Caller, call } from '../call.ts'
import { nothing, query } from './request-shapes.ts'

type Place = { postcode: string } | { location: string } | { postcode?: never; location?: never }

/** What anybody may ask on the way to a booking. */
export const bookingApi = (caller: Caller) => ({
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
})
