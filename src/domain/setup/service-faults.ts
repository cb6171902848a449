import { ineligibilityOf } from '../people/eligibility.ts'
import type { SetupFault } from './setup-fault.ts'
import type { SetupService, SetupWorld } from './setup-world.ts'
import { hasTimeFor, spanToCheck, type Way, waysOf } from './ways-of-service.ts'

type Found = Omit<SetupFault, 'mendedAt'>

/** Where the people who work for us stand with the service, apart from where it is done. */
const whyNobody = (service: SetupService, { people, skills }: SetupWorld): Found => {
  const { name } = service
  const causes = people.map((person) => ({
    person,
    lacks: ineligibilityOf({ person, service, place: { areas: null, location: null } }),
  }))
  const chosen = causes.filter(({ lacks }) => !lacks.includes('service'))
  if (chosen.length === 0) {
    return {
      code: 'service-without-people',
      message: `No one does “${name}”.`,
      fix: 'Choose who does it.',
    }
  }
  const working = chosen.filter(
    ({ lacks }) => !lacks.includes('inactive') && !lacks.includes('blocked'),
  )
  if (working.length === 0) {
    return {
      code: 'service-people-away',
      message: `Everyone who does “${name}” is blocked or inactive.`,
      fix: 'Choose someone who is active.',
    }
  }
  const missing = service.skills.filter(
    (skill) => !working.some(({ person }) => person.skills.includes(skill)),
  )
  const named = skills.filter(({ id }) => missing.includes(id)).map((skill) => skill.name)
  return {
    code: 'service-without-skill',
    message: `No one who does “${name}” has ${named.length > 0 ? named.join(', ') : 'all its skills'}.`,
    fix: 'Give the skill to someone who has it, or remove it from the service.',
  }
}

const withoutPlace = (service: SetupService, { areas, locations }: SetupWorld): Found => {
  const { name, locationTypes } = service
  if (locationTypes.length === 0) {
    return {
      code: 'service-without-place-kind',
      message: `“${name}” is done neither at the customer’s, nor at a location, nor remotely.`,
      fix: 'Choose where it is done.',
    }
  }
  const isMobile = locationTypes.includes('mobile') && areas.length === 0
  return {
    code: isMobile ? 'service-without-area' : 'service-without-location',
    message: isMobile
      ? `“${name}” is done at the customer’s, but there is no active area.`
      : `“${name}” is done at a location, but ${locations.length > 0 ? 'none of its locations is active' : 'there is no active location'}.`,
    fix: isMobile ? 'Add the area where you work.' : 'Add a location, or choose another one.',
  }
}

const crewIn = (ways: Way[]) => Math.max(...ways.map(({ people }) => people.length))

const timeFault = (service: SetupService, ways: Way[], now: number): Found | null => {
  const { name } = service
  const window = spanToCheck(service, now)
  if (window.end <= window.start) {
    return {
      code: 'service-notice-beyond-horizon',
      message: `“${name}” needs more notice than its horizon allows, so it has no start.`,
      fix: 'Shorten the notice or lengthen the horizon.',
    }
  }
  if (ways.some((way) => hasTimeFor(service, way, window))) return null
  return {
    code: 'service-without-time',
    message: `No one who does “${name}” works long enough hours where it is done.`,
    fix: 'Change their working hours, the opening hours or the length of the service.',
  }
}

const faultOf = (service: SetupService, world: SetupWorld, now: number): Found | null => {
  const { name } = service
  if (service.durationMinutes <= 0) {
    return {
      code: 'service-without-length',
      message: `“${name}” has no length.`,
      fix: 'Enter how long it takes.',
    }
  }
  const ways = waysOf(service, world)
  if (ways.length === 0) return withoutPlace(service, world)
  if (crewIn(ways) === 0) {
    const isAble = world.people.some(
      (person) =>
        ineligibilityOf({ person, service, place: { areas: null, location: null } }).length === 0,
    )
    if (!isAble) return whyNobody(service, world)
    return {
      code: 'service-people-elsewhere',
      message: `No one who does “${name}” works where it is done.`,
      fix: 'Give one of them the area or the location.',
    }
  }
  if (crewIn(ways) < service.crewSize) {
    return {
      code: 'service-crew-too-large',
      message: `“${name}” takes ${service.crewSize} people, and no more than ${crewIn(ways)} can do it in one place.`,
      fix: 'Make the crew smaller, or choose more people.',
    }
  }
  return timeFault(service, ways, now)
}

/** Active services that nobody could ever be booked for; one fault each, the most general. */
export const serviceFaults = (world: SetupWorld, now: number): SetupFault[] =>
  world.services
    .filter(({ active }) => active)
    .flatMap((service) => {
      const found = faultOf(service, world, now)
      return found ? [{ ...found, mendedAt: { collection: 'services', id: service.id } }] : []
    })
