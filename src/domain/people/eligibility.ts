import type { personCauses } from '../scheduling/causes.ts'

/** Ids of what a person can do and where. No areas or no locations means: everywhere. */
export type EligiblePerson = {
  active: boolean
  blocked: boolean
  services: readonly string[]
  skills: readonly string[]
  areas: readonly string[]
  locations: readonly string[]
}

/** What a visit asks for. `areas` cover a customer's site; null where the site does not count. */
export type EligibilityQuestion = {
  person: EligiblePerson
  service: { id: string; skills: readonly string[] }
  place: { areas: readonly string[] | null; location: string | null }
}

export type Ineligibility = (typeof personCauses)[number]

/** Why a person may not do a visit, most general cause first; empty for the eligible. */
export const ineligibilityOf = ({
  person,
  service,
  place,
}: EligibilityQuestion): Ineligibility[] => {
  const causes: Ineligibility[] = []
  if (!person.active) causes.push('inactive')
  if (person.blocked) causes.push('blocked')
  if (!person.services.includes(service.id)) causes.push('service')
  if (!service.skills.every((skill) => person.skills.includes(skill))) causes.push('skill')
  if (place.areas && !covers(person.areas, place.areas)) causes.push('area')
  if (place.location && !covers(person.locations, [place.location])) causes.push('location')
  return causes
}

/** Whether a person may do a visit at all, apart from the time. */
export const isEligible = (question: EligibilityQuestion): boolean =>
  ineligibilityOf(question).length === 0

const covers = (own: readonly string[], wanted: readonly string[]): boolean =>
  own.length === 0 || wanted.some((id) => own.includes(id))
