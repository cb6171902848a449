import type { PayloadRequest } from 'payload'
import { referenceOf } from '../../database/scheduling/reference-cache.ts'
import type {
  AvailabilityLocation,
  AvailabilityPerson,
  AvailabilityService,
  ReferenceData,
} from '../../database/scheduling/reference-types.ts'
import {
  readDayVisits,
  readOtherWork,
  type StoredDayVisit,
} from '../../database/scheduling/route-day-queries.ts'
import { isEligible } from '../../domain/people/eligibility.ts'
import { type Interval, subtract } from '../../domain/scheduling/intervals.ts'
import { daySpan } from '../../domain/scheduling/day-span.ts'
import { addDays } from '../../domain/scheduling/local-time.ts'
import type { DayVisit, RouteDay, VisitHold } from '../../domain/scheduling/routes/route-day.ts'
import { workingIntervals } from '../../domain/scheduling/working-hours.ts'
import { questionOf } from '../../steps/scheduling/load-availability.ts'
import { type ResolvedPlace, resolvePlace } from '../../steps/scheduling/resolve-place.ts'

type Question = {
  date: string
  fieldworkers?: string[] | undefined
  moveTimes: boolean
  now: number
}

/**
 * A company day as routes are proposed for it: visits, who may do them, and when these people work
 * and are free of other work. With `fieldworkers`, theirs and the unassigned ones alone.
 */
export const loadRouteDay = async (req: PayloadRequest, asked: Question): Promise<RouteDay> => {
  const { date, now } = asked
  const reference = await referenceOf(req)
  const timezone = reference.companyTimezone
  const span = daySpan(date, addDays(date, 1), timezone)
  const stored = (await readDayVisits(req, span)).filter((visit) => isPlannable(visit, asked))
  const team = reference.people.filter(
    ({ id, active, blocked }) => active && !blocked && (asked.fieldworkers?.includes(id) ?? true),
  )
  const ids = new Set(team.map(({ id }) => id))
  // A visit of somebody who cannot be sent any more is not a matter of routes.
  const planned = stored.filter((visit) => {
    const holder = holderOf(visit)
    return !holder || ids.has(holder.id)
  })
  const busy = await readOtherWork(req, {
    people: [...ids],
    visits: planned.map(({ id }) => id),
    span,
  })
  const people = team.map((person) => ({
    id: person.id,
    name: person.name,
    home: person.home,
    working: workingIntervals({ ...person, from: span.start, to: span.end }),
    busy: busy.get(person.id) ?? [],
  }))
  const crews = crewsIn(planned)
  const visits = planned.map((visit) =>
    dayVisit(visit, reference, { team, span, now, crews, moveTimes: asked.moveTimes }),
  )
  return { date, timezone, span, travel: reference.travel ?? usualTravel, people, visits }
}

/** Where the house does not reckon with travel, routes do all the same. */
const usualTravel = { speedKmh: 40, roadFactor: 1.3 }

/** Whoever has the visit; a declined one is free again, and a broadcast is out for answers. */
const holderOf = ({ fieldworker, acceptance }: StoredDayVisit) =>
  acceptance === 'declined' ? null : fieldworker

const isPlannable = (visit: StoredDayVisit, { fieldworkers, now }: Question): boolean => {
  const holder = holderOf(visit)
  if (!holder) return visit.acceptance !== 'pending' && visit.start >= now
  return fieldworkers?.includes(holder.id) ?? true
}

/** Visits of one booking at the same time: its people come together. */
const crewsIn = (visits: readonly StoredDayVisit[]): Set<string> => {
  const together = Map.groupBy(visits, (visit) => `${visit.booking.id} ${visit.start}`)
  return new Set(
    [...together.values()].flatMap((list) => (list.length > 1 ? list.map(({ id }) => id) : [])),
  )
}

const dayVisit = (
  visit: StoredDayVisit,
  reference: ReferenceData,
  day: {
    team: readonly AvailabilityPerson[]
    span: Interval
    now: number
    crews: Set<string>
    moveTimes: boolean
  },
): DayVisit => {
  const hold = holdOf(visit, day)
  const point = visit.lat !== null && visit.lng !== null ? { lat: visit.lat, lng: visit.lng } : null
  const service = reference.services.find(({ id }) => id === visit.service.id)
  const { location, postcode } = visit
  const place =
    service && placeFor(reference, { service, place: { location, postcode, coordinates: point } })
  return {
    id: visit.id,
    version: visit.version,
    booking: visit.booking,
    service: visit.service.name,
    customer: visit.customer,
    place: visit.place,
    status: visit.status,
    start: visit.start,
    end: visit.end,
    bufferBefore: visit.busyStart === null ? 0 : visit.start - visit.busyStart,
    bufferAfter: visit.busyEnd === null ? 0 : visit.busyEnd - visit.end,
    fieldworker: holderOf(visit),
    coordinates: point,
    eligible: service && place ? eligibleFor(teamFor(visit, day.team), service, place) : [],
    hold,
    isTimeFixed: hold !== null || !day.moveTimes,
    open: subtract(openingOf(place?.opening, day.span), [{ start: day.span.start, end: day.now }]),
  }
}

/** Whoever declined the visit is not asked for it again. */
const teamFor = ({ decliners }: StoredDayVisit, team: readonly AvailabilityPerson[]) =>
  team.filter(({ id }) => !decliners.includes(id))

const holdOf = (
  visit: StoredDayVisit,
  day: { now: number; crews: Set<string>; moveTimes: boolean },
): VisitHold | null => {
  if (visit.progress !== 'not_started') return 'under-way'
  if (visit.start < day.now) return 'past'
  if (visit.service.crewSize > 1 || day.crews.has(visit.id)) return 'crew'
  const isAgreed = visit.status === 'confirmed' && visit.acceptance === 'accepted'
  return isAgreed && !day.moveTimes ? 'confirmed' : null
}

/** The place, or null where the service is not offered there any more: then nobody new can go. */
const placeFor = (
  reference: ReferenceData,
  asked: Parameters<typeof resolvePlace>[1],
): ResolvedPlace | null => {
  const { location } = asked.place
  const isKnown = !location || reference.locations.some(({ id }) => id === location)
  const { locations } = asked.service
  const isOffered = !location || locations.length === 0 || locations.includes(location)
  const { locationTypes } = asked.service
  const hasAddress = Boolean(asked.place.postcode ?? asked.place.coordinates)
  const isAway =
    locationTypes.includes('remote') || (hasAddress && locationTypes.includes('mobile'))
  const isDoneThere = location ? locationTypes.includes('fixed') : isAway
  return isKnown && isOffered && isDoneThere ? resolvePlace(reference, asked) : null
}

const eligibleFor = (
  team: readonly AvailabilityPerson[],
  service: AvailabilityService,
  place: ResolvedPlace,
): string[] => {
  const question = questionOf(service, place)
  return team.filter((person) => isEligible({ person, ...question })).map(({ id }) => id)
}

/** A location without hours is open whenever somebody works there; so is a customer's place. */
const openingOf = (
  location: AvailabilityLocation | null | undefined,
  span: Interval,
): Interval[] => {
  if (!location) return [span]
  const isAlways = location.hours.length === 0 && location.exceptions.length === 0
  const open = isAlways ? [span] : workingIntervals({ ...location, from: span.start, to: span.end })
  return subtract(open, location.closures)
}
