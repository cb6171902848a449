import type { ScopedEndpoint } from '../access/key-scopes.ts'
import { createBookingEndpoint } from './bookings/create-booking.ts'
import { linksEndpoints } from './bookings/links.ts'
import { myBookingsEndpoints } from './bookings/my-bookings.ts'
import { myVisitsEndpoints } from './bookings/my-visits.ts'
import { tabsEndpoint } from './bookings/tabs.ts'
import { myNotificationsEndpoints } from './messages/my-notifications.ts'
import { messagesEndpoints } from './messages/outbox.ts'
import { changePasswordEndpoint } from './people/change-password.ts'
import { sessionEndpoints } from './people/session.ts'
import { teamEndpoints } from './people/team.ts'
import { boardEndpoints } from './scheduling/board.ts'
import { conflictsEndpoint } from './scheduling/conflicts.ts'
import { companyEndpoint } from './records/company.ts'
import { startCompanyEndpoint } from './setup/start-company.ts'
import { searchEndpoint } from './records/search.ts'
import { webhooksEndpoint } from './records/webhooks.ts'
import { routesEndpoints } from './scheduling/routes.ts'
import { eventsEndpoint } from './scheduling/events.ts'
import { finderNearestEndpoint } from './scheduling/finder-nearest.ts'
import { finderEndpoint } from './scheduling/finder.ts'
import { holdsEndpoints } from './scheduling/holds.ts'
import { nearbyEndpoint } from './scheduling/nearby.ts'
import { seriesEndpoints } from './scheduling/series.ts'
import { servicesEndpoints } from './catalogue/services.ts'
import { slotsExplainEndpoint } from './scheduling/slots-explain.ts'
import { slotsPeopleEndpoint } from './scheduling/slots-people.ts'
import { slotsEndpoint } from './scheduling/slots.ts'
import { timeOffVisitsEndpoint } from './scheduling/time-off.ts'

/** The application API under `/api/app`, and the address at which providers report events. */
export const appEndpoints: ScopedEndpoint[] = [
  companyEndpoint,
  ...servicesEndpoints,
  slotsEndpoint,
  slotsExplainEndpoint,
  finderEndpoint,
  finderNearestEndpoint,
  nearbyEndpoint,
  ...holdsEndpoints,
  slotsPeopleEndpoint,
  ...routesEndpoints,
  ...boardEndpoints,
  eventsEndpoint,
  ...sessionEndpoints,
  changePasswordEndpoint,
  ...teamEndpoints,
  createBookingEndpoint,
  ...seriesEndpoints,
  conflictsEndpoint,
  timeOffVisitsEndpoint,
  tabsEndpoint,
  searchEndpoint,
  startCompanyEndpoint,
  ...myBookingsEndpoints,
  ...myVisitsEndpoints,
  ...myNotificationsEndpoints,
  ...messagesEndpoints,
  ...linksEndpoints,
  webhooksEndpoint,
]
