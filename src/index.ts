import type { CollectionConfig, Config, Plugin } from 'payload'
import { appointments } from '../collections/bookings/appointments.ts'
import { assignmentOffers } from '../collections/bookings/assignment-offers.ts'
import { bookingLines } from '../collections/bookings/booking-lines.ts'
import { bookingSettings } from '../collections/bookings/booking-settings.ts'
import { bookings as bookingCollection } from '../collections/bookings/bookings.ts'
import { portalSettings } from '../collections/bookings/portal-settings.ts'
import { areas } from '../collections/catalogue/areas.ts'
import { locations } from '../collections/catalogue/locations.ts'
import { serviceCategories } from '../collections/catalogue/service-categories.ts'
import { services } from '../collections/catalogue/services.ts'
import { comments } from '../collections/messages/comments.ts'
import { deliveries } from '../collections/messages/deliveries.ts'
import { notifications } from '../collections/messages/notifications.ts'
import { financialSettings } from '../collections/money/financial-settings.ts'
import { addresses } from '../collections/people/addresses.ts'
import { apiKeys } from '../collections/people/api-keys.ts'
import { contacts } from '../collections/people/contacts.ts'
import { customers } from '../collections/people/customers.ts'
import { fieldworkers } from '../collections/people/fieldworkers.ts'
import { labels } from '../collections/people/labels.ts'
import { properties } from '../collections/people/properties.ts'
import { roles } from '../collections/people/roles.ts'
import { skills } from '../collections/people/skills.ts'
import { users } from '../collections/people/users.ts'
import { auditEvents } from '../collections/records/audit-events.ts'
import { company } from '../collections/records/company.ts'
import { counters } from '../collections/records/counters.ts'
import { idempotencyKeys } from '../collections/records/idempotency-keys.ts'
import { links } from '../collections/records/links.ts'
import { media } from '../collections/records/media.ts'
import { webhookEvents } from '../collections/records/webhook-events.ts'
import { occupancies } from '../collections/scheduling/occupancies.ts'
import { series } from '../collections/scheduling/series.ts'
import { unavailabilities } from '../collections/scheduling/unavailabilities.ts'
import { withLandmarks } from './admin/shell/with-landmarks.ts'
import { withKeyScopes } from './access/key-scopes.ts'
import { secureCookies } from './access/session-policy.ts'
import { maskedLogger } from './database/masked-logger.ts'
import { steadyAdapter } from './database/steady-adapter.ts'
import { appEndpoints } from './endpoints/index.ts'
import { deriveLists } from './hooks/records/derive-lists.ts'
import { derivePlainText } from './hooks/records/derive-plain-text.ts'
import { renderError } from './hooks/records/http-errors.ts'
import { disablePayloadEmail } from './access/disable-payload-email.ts'
import { readDaysInFilters } from './hooks/records/read-days-in-filters.ts'
import { refuseBulkAtDoors } from './hooks/records/refuse-bulk-at-doors.ts'
import { refuseNoRecord } from './hooks/records/refuse-no-record.ts'
import { refusePurgeAtDoors } from './hooks/records/refuse-purge-at-doors.ts'
import { refuseTrashAtDoors } from './hooks/records/refuse-trash-at-doors.ts'
import { type BookingsOptions, readOptions } from './options.ts'
import { assertFastFields } from './steps/records/assert-fast-fields.ts'
import { ownHooks } from './steps/records/own-hooks.ts'

const collections = [
  bookingCollection,
  bookingLines,
  appointments,
  assignmentOffers,
  series,
  unavailabilities,
  occupancies,
  customers,
  contacts,
  addresses,
  properties,
  fieldworkers,
  users,
  roles,
  apiKeys,
  skills,
  labels,
  services,
  serviceCategories,
  locations,
  areas,
  notifications,
  comments,
  deliveries,
  media,
  auditEvents,
  links,
  idempotencyKeys,
  counters,
  webhookEvents,
]

assertFastFields([bookingCollection, bookingLines, appointments, assignmentOffers])

const doorHooks = ownHooks({
  beforeOperation: [
    refuseNoRecord,
    refuseBulkAtDoors,
    refusePurgeAtDoors,
    refuseTrashAtDoors,
    readDaysInFilters,
  ],
  beforeValidate: [derivePlainText, deriveLists],
})

/**
 * At every door one document at a time, as one record of plain text; what is deleted stays, for
 * those who may restore it.
 */
const guardDoors = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    beforeOperation: [...doorHooks.beforeOperation, ...(collection.hooks?.beforeOperation ?? [])],
    beforeValidate: [...doorHooks.beforeValidate, ...(collection.hooks?.beforeValidate ?? [])],
  },
})

/** What `disabled` takes away besides the application's endpoints: a collection's commands. */
const withoutCommands = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  endpoints: [],
})

const globals = [company, bookingSettings, portalSettings, financialSettings]

/**
 * Fieldbook's core as a Payload plugin: its collections, settings, rules and endpoints.
 * Finish the config with `lockDownConfig`, which closes the framework's own collections.
 */
export const bookings =
  (options: BookingsOptions = {}): Plugin =>
  (config: Config): Config => {
    const { serverURL, trustedOrigins, disabled, webhooks } = readOptions(options)
    const guarded = secureCookies(collections, serverURL.startsWith('https:'))
      .map(guardDoors)
      .map(withLandmarks)
    return {
      ...config,
      db: steadyAdapter(config.db),
      logger: config.logger ?? maskedLogger,
      email: config.email ?? disablePayloadEmail,
      csrf: [...new Set([...(config.csrf ?? []), serverURL, ...trustedOrigins])],
      collections: [
        ...(config.collections ?? []),
        ...(disabled ? guarded.map(withoutCommands) : guarded),
      ],
      globals: [...(config.globals ?? []), ...globals],
      custom: { ...config.custom, webhooks },
      endpoints: [
        ...(config.endpoints ?? []),
        ...(disabled ? [] : appEndpoints.map(withKeyScopes)),
      ],
      hooks: {
        ...config.hooks,
        afterError: [...(config.hooks?.afterError ?? []), renderError],
      },
    }
  }
