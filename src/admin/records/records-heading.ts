import type { SanitizedCollectionConfig } from 'payload'

/** What the settings call a list, where that is not what its collection is called. */
const headings: Record<string, string> = {
  appointments: 'Visits',
  deliveries: 'Message log',
  series: 'Repeating bookings',
  'webhook-events': 'Incoming webhooks',
}

/** The heading of a list of records. */
export const recordsHeading = ({ slug, labels }: SanitizedCollectionConfig): string =>
  headings[slug] ?? (typeof labels.plural === 'string' ? labels.plural : 'Records')
