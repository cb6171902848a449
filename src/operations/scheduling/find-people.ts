import type { PayloadRequest } from 'payload'
import { readBusy } from '../../database/scheduling/read-busy.ts'
import { daysAround, readTakenTime } from '../../database/scheduling/day-bitmaps.ts'
import type { AvailabilityPerson } from '../../database/scheduling/reference-types.ts'
import { isEligible } from '../../domain/people/eligibility.ts'
import { type BitWindow, spanOfWindow } from '../../domain/scheduling/bit-window.ts'
import { bookableStarts } from '../../domain/scheduling/bookable-starts.ts'
import { explainPerson } from '../../domain/scheduling/explain-person.ts'
import { explainPlace } from '../../domain/scheduling/explain-start.ts'
import type { ExplainWorld, Reason } from '../../domain/scheduling/explain-world.ts'
import { type Nearest, nearestVisit } from '../../domain/scheduling/nearest-visit.ts'
import { rankPeople } from '../../domain/scheduling/rank-people.ts'
import type { Interval } from '../../domain/scheduling/intervals.ts'
import type { LocatedVisit } from '../../domain/scheduling/travel.ts'
import { slotWindow } from '../../domain/scheduling/slot-window.ts'
import { scorePerson, type ScoredPerson } from '../../domain/scheduling/score-person.ts'
import { clockOf, openingAt } from '../../domain/scheduling/zone-clock.ts'
import type { FinderQuestion } from './finder-question.ts'
import { bitsOfPeople, questionOf } from '../../steps/scheduling/load-availability.ts'
import { travelModelOf } from '../../steps/scheduling/travel-model.ts'
import { openingBitmap } from '../../steps/scheduling/opening-bitmap.ts'

export type FoundPerson = ScoredPerson & {
  person: AvailabilityPerson
  name: string
  free: boolean | null
  causes: Reason[]
  nearest: Nearest | null
  distanceKm: number | null
  travelMinutes: number | null
}

export type FoundPeople = {
  people: FoundPerson[]
  others: { person: AvailabilityPerson; causes: Reason[] }[]
}

const dayMs = 86_400_000
const minuteMs = 60_000
/** The office sees every start from now on; notice and horizon bind customers. */
const unbound = { noticeMinutes: 0, horizonDays: 3660 }

type Asked = { question: FinderQuestion; now: number; service: FinderService; window: BitWindow }
type FinderService = FinderQuestion['service']
type World = Omit<ExplainWorld, 'people' | 'start'>

const worldOf = ({ question, now, service, window }: Asked): World => {
  const { reference, place } = question
  return {
    service: { ...service, isByRequest: false },
    place: questionOf(question.service, place).place,
    window,
    placeOpen: openingBitmap(place, window),
    timezone: place.timezone,
    now,
    quantity: 1,
    skillNames: new Map(reference.skills.map(({ id, name }) => [id, name])),
    locale: reference.companyLocale,
    isOffice: true,
  }
}

/** When the days asked about begin and end where the work is done. */
const daysOf = ({ question: { from, to, place } }: Asked) => {
  const [first, last] = [Date.parse(from), Date.parse(to) + dayMs]
  const clock = clockOf(place.timezone, first, last)
  return { start: openingAt(clock, first), end: openingAt(clock, last) }
}

/** The time of those who can do the work, in three statements. */
const timeOf = async (
  req: PayloadRequest,
  people: AvailabilityPerson[],
  { question: { reference, place, except }, window }: Asked,
) => {
  const ids = people.map(({ id }) => id)
  const bits = await bitsOfPeople(req, { reference, place, people, window, except })
  const visits = { ...daysAround(window), except }
  const located = await readTakenTime(req, { people: ids, window, visits })
  const occupied = await readBusy(req, { people: ids, ...spanOfWindow(window), except })
  return {
    of: (person: AvailabilityPerson) => ({
      ...person,
      ...bits(person),
      occupied: occupied.get(person.id) ?? [],
    }),
    visitsOf: ({ id }: AvailabilityPerson) => located.get(id)?.visits ?? [],
  }
}

/** How far each person has to the place, from the visit nearest in time on these days, else home. */
const wayFinder = (
  req: PayloadRequest,
  { question: { reference, place, start }, service }: Asked,
  days: Interval,
) => {
  const model = travelModelOf(req.payload, reference.travel ?? { speedKmh: 40, roadFactor: 1.3 })
  const point = place.coordinates
  const visit =
    start === null ? undefined : { start, end: start + service.durationMinutes * minuteMs }
  return ({ home }: AvailabilityPerson, all: readonly LocatedVisit[]) => {
    const visits = all.filter(({ start: begins }) => begins >= days.start && begins < days.end)
    const nearest = point ? nearestVisit(point, { visits, home }, visit) : null
    return {
      nearest,
      distanceKm: nearest ? Math.round(nearest.km * 10) / 10 : null,
      travelMinutes: nearest && point ? model.minutesBetween(nearest.point, point) : null,
    }
  }
}

/**
 * Who can do a service at a place on some days, best first, and why each of the others cannot, in
 * three SQL statements after the question's own.
 */
export const findPeople = async (
  req: PayloadRequest,
  { question, now }: { question: FinderQuestion; now: number },
): Promise<FoundPeople> => {
  const { reference, place, from, to, start } = question
  const { timezone } = place
  const service = { ...question.service, ...unbound, durationMinutes: question.durationMinutes }
  const window = slotWindow({ service, from, to, timezone })
  const asked = { question, now, service, window }
  const asks = questionOf(question.service, place)
  const able = reference.people.filter((person) => isEligible({ person, ...asks }))
  const time = await timeOf(req, able, asked)
  const world = worldOf(asked)
  const days = daysOf(asked)
  const starts = bookableStarts({ service, from, to, timezone, now })
  const atStart = start === null ? null : { ...world, people: [], start }
  const closed = atStart ? explainPlace(atStart) : []
  const wayOf = wayFinder(req, asked, days)

  const people = able.map((person): FoundPerson => {
    const theirs = time.of(person)
    const causes = atStart ? [...closed, ...explainPerson(atStart, theirs)] : []
    return {
      ...scorePerson(theirs, { service, window, placeOpen: world.placeOpen, days, starts }),
      person,
      name: person.name,
      free: start === null ? null : causes.length === 0,
      causes,
      ...wayOf(person, time.visitsOf(person)),
    }
  })
  const others = reference.people
    .filter((person) => !able.includes(person))
    .map((person) => ({ person, causes: ineligibleCauses(world, person) }))
  return { people: rankPeople(people), others }
}

/** Of those who cannot do the work at all only that is said, whatever their day looks like. */
const ineligibleCauses = (world: World, person: AvailabilityPerson): Reason[] => {
  const open = new Uint32Array(world.window.days * 9).fill(0xffffffff)
  const busy = new Uint32Array(open.length)
  const start = spanOfWindow(world.window).from
  return explainPerson({ ...world, people: [], start }, { ...person, open, busy, occupied: [] })
}
