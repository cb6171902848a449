import type { MissedSearches } from '../../operations/setup/check-setup.ts'

const reasons: Record<MissedSearches['cause'], (place: string) => string> = {
  'unknown-postcode': (place) => `${place || 'The address'} is in none of your areas.`,
  'nobody-able': (place) => `Too few people can do it${place && ` in ${place}`}.`,
  'outside-window': () => 'The days were too soon or too far ahead for its notice and horizon.',
  'outside-hours': (place) => `No one who can do it works then${place && ` in ${place}`}.`,
  'fully-booked': (place) => `Everyone who can do it was booked${place && ` in ${place}`}.`,
}

/** "12 searches for Tap repair": what customers looked for in vain, and why. */
export const missedWords = ({ searches, service, place, cause }: MissedSearches) => ({
  title: `${searches === 1 ? '1 search' : `${searches} searches`} for ${service}`,
  why: reasons[cause](place ?? ''),
})
