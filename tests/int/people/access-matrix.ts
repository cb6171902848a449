/** The callers of a row, in its order; the second customer and fieldworker stand for nobody new. */
export const matrixCallers = [
  'anonymous',
  'customer',
  'fieldworker',
  'dispatcher',
  'manager',
  'admin',
  'apiKey',
] as const

type MatrixCaller = (typeof matrixCallers)[number]

const row = (cells: string): Record<MatrixCaller, string> => {
  const each = cells.split(' ')
  const entries = matrixCallers.map((caller, at) => [caller, each[at] ?? ''])
  return Object.fromEntries(entries) as Record<MatrixCaller, string>
}

/**
 * Who may create / read / update / delete a document through REST:
 * `-` nobody's, `o` only what is the caller's own or assigned to the caller, `+` all. Deleting is
 * moving to the Deleted list where a collection has one. Commands are apart: a customer books
 * through one and may not create a booking here. The API key has a dispatcher's role and
 * the scope `bookings:read`. A collection that is missing fails the test.
 */
export const accessMatrix: Record<string, Record<MatrixCaller, string>> = {
  bookings: row('-/-/-/- -/o/o/- -/o/o/- +/+/+/- +/+/+/+ +/+/+/+ -/+/-/-'),
  'booking-lines': row('-/-/-/- -/o/-/- -/o/-/- +/+/+/+ +/+/+/+ +/+/+/+ -/-/-/-'),
  appointments: row('-/-/-/- -/o/o/- -/o/o/- +/+/+/- +/+/+/- +/+/+/- -/-/-/-'),
  'assignment-offers': row('-/-/-/- -/-/-/- -/o/-/- -/+/-/- -/+/-/- -/+/-/- -/-/-/-'),
  series: row('-/-/-/- -/o/-/- -/-/-/- -/+/-/- -/+/-/- -/+/-/- -/-/-/-'),
  unavailabilities: row('-/-/-/- -/-/-/- -/o/-/- +/+/+/+ +/+/+/+ +/+/+/+ -/-/-/-'),
  occupancies: row('-/-/-/- -/-/-/- -/-/-/- -/-/-/- -/-/-/- -/-/-/- -/-/-/-'),
  customers: row('-/-/-/- -/o/o/- -/o/-/- +/+/+/- +/+/+/+ +/+/+/+ -/-/-/-'),
  contacts: row('-/-/-/- -/o/-/- -/-/-/- +/+/+/+ +/+/+/+ +/+/+/+ -/-/-/-'),
  addresses: row('-/-/-/- -/o/-/- -/o/-/- +/+/+/+ +/+/+/+ +/+/+/+ -/-/-/-'),
  properties: row('-/-/-/- -/o/-/- -/-/-/- +/+/+/+ +/+/+/+ +/+/+/+ -/-/-/-'),
  fieldworkers: row('-/-/-/- -/-/-/- -/o/o/- -/+/-/- +/+/+/+ +/+/+/+ -/-/-/-'),
  users: row('-/-/-/- -/-/-/- -/o/o/- -/+/-/- -/+/-/- +/+/+/+ -/-/-/-'),
  roles: row('-/-/-/- -/-/-/- -/-/-/- -/-/-/- -/-/-/- +/+/+/- -/-/-/-'),
  'api-keys': row('-/-/-/- -/-/-/- -/-/-/- -/-/-/- -/-/-/- +/+/+/+ -/-/-/-'),
  skills: row('-/-/-/- -/-/-/- -/+/-/- -/+/-/- +/+/+/+ +/+/+/+ -/-/-/-'),
  labels: row('-/-/-/- -/-/-/- -/-/-/- +/+/+/- +/+/+/+ +/+/+/+ -/-/-/-'),
  services: row('-/+/-/- -/+/-/- -/+/-/- -/+/-/- +/+/+/+ +/+/+/+ -/-/-/-'),
  'service-categories': row('-/+/-/- -/+/-/- -/+/-/- -/+/-/- +/+/+/+ +/+/+/+ -/-/-/-'),
  locations: row('-/+/-/- -/+/-/- -/+/-/- -/+/-/- +/+/+/+ +/+/+/+ -/-/-/-'),
  areas: row('-/-/-/- -/-/-/- -/+/-/- -/+/-/- +/+/+/+ +/+/+/+ -/-/-/-'),
  notifications: row('-/-/-/- -/o/o/- -/o/o/- -/-/-/- -/-/-/- -/-/-/- -/-/-/-'),
  comments: row('-/-/-/- -/-/-/- -/o/-/- +/+/-/- +/+/-/- +/+/-/- -/-/-/-'),
  deliveries: row('-/-/-/- -/-/-/- -/-/-/- -/+/-/- -/+/-/- -/+/-/- -/-/-/-'),
  media: row('-/-/-/- -/o/-/- -/o/-/- +/+/+/+ +/+/+/+ +/+/+/+ -/-/-/-'),
  'audit-events': row('-/-/-/- -/-/-/- -/-/-/- -/+/-/- -/+/-/- -/+/-/- -/-/-/-'),
  links: row('-/-/-/- -/-/-/- -/-/-/- -/-/-/- -/-/-/- -/-/-/- -/-/-/-'),
  'idempotency-keys': row('-/-/-/- -/-/-/- -/-/-/- -/-/-/- -/-/-/- -/-/-/- -/-/-/-'),
  counters: row('-/-/-/- -/-/-/- -/-/-/- -/-/-/- -/-/-/- -/-/-/- -/-/-/-'),
  'webhook-events': row('-/-/-/- -/-/-/- -/-/-/- -/+/-/- -/+/-/- -/+/-/- -/-/-/-'),
  'outbox-messages': row('-/-/-/- -/-/-/- -/-/-/- -/+/-/- -/+/-/- -/+/-/- -/-/-/-'),
  'calendar-events': row('-/-/-/- -/-/-/- -/o/-/- -/+/-/- -/+/-/- -/+/-/- -/-/-/-'),
  'payload-kv': row('-/-/-/- -/-/-/- -/-/-/- -/-/-/- -/-/-/- -/-/-/- -/-/-/-'),
  'payload-locked-documents': row('-/-/-/- -/-/-/- -/-/-/- -/+/+/+ -/+/+/+ -/+/+/+ -/-/-/-'),
  'payload-migrations': row('-/-/-/- -/-/-/- -/-/-/- -/-/-/- -/-/-/- -/-/-/- -/-/-/-'),
}

/**
 * Who of a customer, a fieldworker and a dispatcher reads free text of a record that is their own or
 * assigned to them. What the office writes for itself is the dispatcher's alone. A field that is
 * missing fails the test.
 */
export const freeTextReaders: Record<string, string> = {
  'addresses.accessNotes': 'customer fieldworker dispatcher',
  'assignment-offers.message': 'fieldworker dispatcher',
  'assignment-offers.reason': 'fieldworker dispatcher',
  'appointments.outcomeNotes': 'fieldworker dispatcher',
  'bookings.cancellation.comment': 'customer dispatcher',
  'bookings.cancellation.reason': 'dispatcher',
  'bookings.gates.approvalReason': 'dispatcher',
  'bookings.notes.customer': 'customer fieldworker dispatcher',
  'bookings.notes.internal': 'dispatcher',
  // The entry in the fieldworker's own calendar.
  'calendar-events.description': 'fieldworker dispatcher',
  'comments.body': 'fieldworker dispatcher',
  'customers.notes': 'dispatcher',
  'notifications.body': 'customer fieldworker',
  'properties.notes': 'dispatcher',
  'service-categories.description': 'customer fieldworker dispatcher',
  'services.description': 'customer fieldworker dispatcher',
  'skills.description': 'fieldworker dispatcher',
  // An absence is its fieldworker's own.
  'unavailabilities.note': 'fieldworker dispatcher',
}

/** Who may read / update a page of settings. */
export const settingsMatrix = row('-/- -/- -/- +/- +/+ +/+ -/-')
