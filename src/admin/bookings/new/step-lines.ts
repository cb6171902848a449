import { dayIn, spanIn } from '../../ui/zoned-time.ts'
import type { BookingDraft, LocationChoice, ServiceChoice } from './booking-draft.ts'
import type { StepKey } from './still-needed.ts'

type Known = { services: ServiceChoice[]; locations: LocationChoice[]; zone: string }

/** Where the work is done, in words; empty until it is known. */
export const placeWords = (
  { at, address, location }: BookingDraft,
  locations: LocationChoice[],
): string =>
  at === 'location'
    ? (locations.find(({ id }) => id === location)?.name ?? '')
    : [address.line1, address.suburb, address.postcode].filter(Boolean).join(', ')

/** When the work is done, in the zone of its place; empty until it is known. */
export const timeWords = (
  { start }: BookingDraft,
  { service, zone }: { service: ServiceChoice | undefined; zone: string },
): string => {
  if (!start) return ''
  const end = Date.parse(start) + (service?.durationMinutes ?? 0) * 60_000
  return `${dayIn(start, zone)}, ${spanIn(start, new Date(end).toISOString(), zone)}`
}

/** "Tap repair × 2 and Hot water"; empty until a service is chosen. */
export const serviceWords = (draft: BookingDraft, services: ServiceChoice[]): string =>
  [draft, ...draft.more]
    .flatMap(({ service, quantity }) => {
      const name = services.find(({ id }) => id === service)?.name
      return name ? [quantity > 1 ? `${name} × ${quantity}` : name] : []
    })
    .join(', ')

export const personWords = ({ person, personName }: BookingDraft): string => {
  if (person === 'any') return 'Best fit'
  return person === '' ? 'Unassigned for now' : personName || 'As chosen'
}

/** What was chosen in each step, on one line. */
export const stepLines = (
  draft: BookingDraft,
  { services, locations, zone }: Known,
): Record<StepKey, string> => {
  const service = services.find(({ id }) => id === draft.service)
  const { name, phone } = draft.customer
  return {
    service: [serviceWords(draft, services), placeWords(draft, locations)]
      .filter(Boolean)
      .join(' · '),
    time: timeWords(draft, { service, zone }),
    person: draft.start ? personWords(draft) : '',
    customer: [name, phone].filter(Boolean).join(' · '),
  }
}
