import { teamWord } from './team-word.ts'

const words: Record<string, string> = {
  manual: 'Taken by the office',
  portal: 'Customer portal',
  widget: 'Booking widget',
  api: 'API',
  'ai-agent': 'AI agent',
  'booking-request': 'Booking request',
  recurrence: 'Recurring series',
  reschedule: 'Rescheduled',
  import: 'Import',
  admin: 'Panel',
  rest: 'API',
  graphql: 'API (GraphQL)',
  link: 'Link in a message',
  job: 'Automatic',
  seed: 'Demo data',
}

/** Where a booking or a change came from, in words. */
export const sourceWord = (source: string): string => {
  if (source === 'fieldworker') return teamWord().title
  if (source === 'field') return `${teamWord().title} page`
  return words[source] ?? sentence(source)
}

/** `not_required` → `Not required`: words for a key that has no entry of its own. */
export const sentence = (key: string): string => {
  const text = key
    .replaceAll(/[_-]+/g, ' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
  return text.charAt(0).toUpperCase() + text.slice(1)
}
