import type { CollectionSlug } from 'payload'

type ScopeGroup = { title: string; records: { slug: CollectionSlug; label: string }[] }

const record = (slug: CollectionSlug, label: string) => ({ slug, label })

/** What another program may be let at, as an office thinks about it. */
export const scopeGroups: ScopeGroup[] = [
  {
    title: 'Bookings',
    records: [
      record('bookings', 'Bookings'),
      record('booking-lines', 'Services of a booking'),
      record('appointments', 'Visits'),
      record('assignment-offers', 'Offers'),
      record('series', 'Repeating bookings'),
      record('comments', 'Comments'),
    ],
  },
  {
    title: 'Customers',
    records: [
      record('customers', 'Customers'),
      record('contacts', 'Contacts'),
      record('addresses', 'Addresses'),
      record('properties', 'Properties'),
      record('labels', 'Labels'),
    ],
  },
  {
    title: 'Team',
    records: [
      record('fieldworkers', 'Team'),
      record('unavailabilities', 'Time off'),
      record('skills', 'Skills'),
      record('users', 'Users'),
      record('roles', 'Roles'),
    ],
  },
  {
    title: 'Catalogue',
    records: [
      record('services', 'Services'),
      record('service-categories', 'Service categories'),
      record('locations', 'Locations'),
      record('areas', 'Areas'),
    ],
  },
  {
    title: 'Records',
    records: [
      record('deliveries', 'Message log'),
      record('audit-events', 'History'),
      record('media', 'Files'),
      record('webhook-events', 'Incoming webhooks'),
    ],
  },
]

const labels = new Map<string, string>(
  scopeGroups.flatMap(({ records }) => records.map(({ slug, label }) => [slug, label] as const)),
)

/** What a new key opens unless somebody chooses otherwise: reading what a website shows. */
export const usualScopes: readonly string[] = [
  'bookings:read',
  'appointments:read',
  'services:read',
  'locations:read',
]

/** "Read bookings, services; write bookings" of a key's scopes. */
export const scopeWords = (scopes: readonly string[]): string => {
  const of = (verb: 'read' | 'write') =>
    scopes
      .filter((scope) => scope.endsWith(`:${verb}`))
      .map((scope) => scope.slice(0, scope.lastIndexOf(':')))
      .map((slug) => (labels.get(slug) ?? slug).toLowerCase())
  const [read, write] = [of('read'), of('write')]
  const parts = [
    read.length > 0 ? `Read ${read.join(', ')}` : '',
    write.length > 0 ? `${read.length > 0 ? 'write' : 'Write'} ${write.join(', ')}` : '',
  ]
  return parts.filter(Boolean).join('; ') || 'Nothing'
}
