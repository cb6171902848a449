import { type EligiblePerson, isEligible } from '../people/eligibility.ts'

type Offered = { id: string; skills: readonly string[] }

/** Whether somebody who works at present can do the service, wherever that is. */
export const isStaffed = (service: Offered, people: readonly EligiblePerson[]): boolean =>
  people.some((person) => isEligible({ person, service, place: { areas: null, location: null } }))

/** Ids of the services that somebody can do: a service that is half set up is not among them. */
export const staffedServices = (
  services: readonly Offered[],
  people: readonly EligiblePerson[],
): string[] => services.filter((service) => isStaffed(service, people)).map(({ id }) => id)

export type ServiceState = 'draft' | 'live' | 'retired'

/**
 * A service is a draft until it is switched on and somebody can do it, and retired once it was
 * switched off after it had been booked.
 */
export const serviceState = (service: {
  active: boolean
  isStaffed: boolean
  wasBooked: boolean
}): ServiceState => {
  if (service.active) return service.isStaffed ? 'live' : 'draft'
  return service.wasBooked ? 'retired' : 'draft'
}
