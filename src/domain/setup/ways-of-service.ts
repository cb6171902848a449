import { isEligible } from '../people/eligibility.ts'
import { bookingSpan } from '../scheduling/booking-window.ts'
import { intersect, type Interval } from '../scheduling/intervals.ts'
import { workingIntervals } from '../scheduling/working-hours.ts'
import type {
  SetupArea,
  SetupLocation,
  SetupPerson,
  SetupService,
  SetupWorld,
} from './setup-world.ts'

/** One kind of place at which a service is done, and the people who can do it there. */
export type Way = {
  place: { area: string } | { location: SetupLocation } | 'remote'
  people: SetupPerson[]
}

const dayMs = 86_400_000
const minuteMs = 60_000

/** Weeks repeat: what five of them do not offer, later ones do not either. */
const looksAheadMs = 35 * dayMs

/** Every way in which the service is done: in each area, at each of its locations, from afar. */
export const waysOf = (service: SetupService, world: SetupWorld): Way[] => {
  const able = (areas: string[] | null, location: string | null) =>
    world.people.filter((person) => isEligible({ person, service, place: { areas, location } }))
  const has = (type: SetupService['locationTypes'][number]) => service.locationTypes.includes(type)
  const here = ({ id }: SetupLocation) =>
    service.locations.length === 0 || service.locations.includes(id)
  const isOffered = ({ location }: SetupArea) =>
    service.locations.length === 0 || !location || service.locations.includes(location)
  return [
    ...(has('mobile') ? world.areas.filter(isOffered) : []).map(({ id }) => ({
      place: { area: id },
      people: able([id], null),
    })),
    ...(has('fixed') ? world.locations.filter(here) : []).map((location) => ({
      place: { location },
      people: able(null, location.id),
    })),
    ...(has('remote') ? [{ place: 'remote' as const, people: able(null, null) }] : []),
  ]
}

/** When the service can be booked, as far as has to be looked at. */
export const spanToCheck = (service: SetupService, now: number): Interval => {
  const { start, end } = bookingSpan(service, now)
  return { start, end: Math.min(end, start + looksAheadMs) }
}

const openAt = (place: Way['place'], { start, end }: Interval): Interval[] => {
  if (place === 'remote' || 'area' in place) return [{ start, end }]
  const { hours, exceptions } = place.location
  const isAlways = hours.length === 0 && exceptions.length === 0
  return isAlways ? [{ start, end }] : workingIntervals({ ...place.location, from: start, to: end })
}

/** Its first week, which says it for nearly every service, and then all of it. */
const partsOf = ({ start, end }: Interval): Interval[] => [
  { start, end: Math.min(end, start + 8 * dayMs) },
  { start, end },
]

/** Whether so many of the people have hours that are long enough while the place is open. */
export const hasTimeFor = (service: SetupService, way: Way, window: Interval): boolean =>
  partsOf(window).some((part) => hasTimeIn(service, way, part))

const hasTimeIn = (
  { durationMinutes, crewSize }: SetupService,
  { people, place }: Way,
  window: Interval,
): boolean => {
  const open = openAt(place, window)
  const least = durationMinutes * minuteMs
  let able = 0
  for (const person of people) {
    const own = workingIntervals({ ...person, from: window.start, to: window.end })
    if (intersect(own, open).some(({ start, end }) => end - start >= least)) able += 1
    if (able >= crewSize) return true
  }
  return false
}
