import type { LocationChoice, ServiceChoice } from './booking-draft.ts'

/** The locations at which a service is offered; all of them where it names none. */
export const offeredAt = (
  service: Pick<ServiceChoice, 'locations'> | undefined,
  locations: LocationChoice[],
): LocationChoice[] =>
  locations.filter(
    ({ id }) => !service || service.locations.length === 0 || service.locations.includes(id),
  )
