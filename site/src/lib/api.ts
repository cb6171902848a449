import { bookingApi } from './api/booking-api.ts'
import { fieldApi } from './api/field-api.ts'
import { linkApi } from './api/link-api.ts'
import { ownBookingsApi } from './api/own-bookings-api.ts'
import { seriesApi } from './api/series-api.ts'
import { sessionApi } from './api/session-api.ts'
import type { Caller } from './call.ts'

/** The only door of the site to data: the application API, called in process as the visitor. */
export const api = (caller: Caller) => ({
  ...bookingApi(caller),
  ...sessionApi(caller),
  ...ownBookingsApi(caller),
  ...seriesApi(caller),
  ...linkApi(caller),
  ...fieldApi(caller),
})
