import type { PayloadRequest } from 'payload'
import { readBusy } from '../../database/scheduling/read-busy.ts'
import { daysAround, readTakenTime } from '../../database/scheduling/day-bitmaps.ts'
import type { AvailabilityPerson } from '../../database/scheduling/reference-types.ts'
import { isEligible } from '../../domain/people/eligibility.ts'
import { spanOfWindow } from '../../domain/scheduling/bit-window.ts'
import { bookableStarts } from '../../domain/scheduling/bookable-starts.ts'
import { explainPerson } from '../../domain/scheduling/explain-person.ts'
import { explainPlace } from '../../domain/scheduling/explain-start.ts'
import type { ExplainWorld, Reason } from '../../domain/scheduling/explain-world.ts'
import { type Nearest, nearestVisit } from '../../domain/scheduling/nearest-visit.ts'
import { rankPeople } from '../../domain/scheduling/rank-people.ts'
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

/**
 * Who can do a service at a place on some days, best first, and why each of the others cannot
 *, in three SQL statements after the question's own.
 */
export const findPeople = async (
  req: PayloadRequest,
  { question, now }: { question: FinderQuestion; now: number },
): Promise<FoundPeople> => {
  const { reference, place, from, to, start, except } = question
  const { timezone } = place
  const service = { ...question.service, ...unbound, durationMinutes: question.durationMinutes }
  const window = slotWindow({ service, from, to, timezone })
  const asks = questionOf(question.service, place)
  const able = reference.people.filter((person) => isEligible({ person, ...asks }))
  const ids = able.map(({ id }) => id)
  const bits = await bitsOfPeople(req, { reference, place, people: able, window, except })
  const located = await readTakenTime(req, {
    people: ids,
    window,
    visits: { ...daysAround(window), except },
  })
  const occupied = await readBusy(req, { people: ids, ...spanOfWindow(window), except })

  const first = Date.parse(from)
  const last = Date.parse(to) + dayMs
  const clock = clockOf(timezone, first, last)
  const days = { start: openingAt(clock, first), end: openingAt(clock, last) }
  const starts = bookableStarts({ service, from, to, timezone, now })
  const placeOpen = openingBitmap(place, window)
  const world: Omit<ExplainWorld, 'people' | 'start'> = {
    service: { ...service, isByRequest: false },
    place: asks.place,
    window,
    placeOpen,
    timezone,
    now,
    quantity: 1,
    skillNames: new Map(reference.skills.map(({ id, name }) => [id, name])),
    locale: reference.companyLocale,
    isOffice: true,
  }
  const atStart = start === null ? null : { ...world, people: [], start }
  const closed = atStart ? explainPlace(atStart) : []
  const model = travelModelOf(req.payload, reference.travel ?? { speedKmh: 40, roadFactor: 1.3 })
  const visit =
    start === null ? undefined : { start, end: start + service.durationMinutes * minuteMs }

  const people = able.map((person): FoundPerson => {
    const theirs = { ...person, ...bits(person), occupied: occupied.get(person.id) ?? [] }
    const causes = atStart ? [...closed, ...explainPerson(atStart, theirs)] : []
    const visits = (located.get(person.id)?.visits ?? []).filter(
      ({ start: begins }) => begins >= days.start && begins < days.end,
    )
    const point = place.coordinates
    const nearest = point ? nearestVisit(point, { visits, home: person.home }, visit) : null
    return {
      ...scorePerson(theirs, { service, window, placeOpen, days, starts }),
      person,
      name: person.name,
      free: start === null ? null : causes.length === 0,
      causes,
      nearest,
      distanceKm: nearest ? Math.round(nearest.km * 10) / 10 : null,
      travelMinutes: nearest && point ? model.minutesBetween(nearest.point, point) : null,
    }
  })
  const others = reference.people
    .filter((person) => !ids.includes(person.id))
    .map((person) => ({ person, causes: ineligibleCauses(world, person) }))
  return { people: rankPeople(people), others }
}

/** Of those who cannot do the work at all only that is said, whatever their day looks like. */
const ineligibleCauses = (
  world: Omit<ExplainWorld, 'people' | 'start'>,
  person: AvailabilityPerson,
): Reason[] => {
  const open = new Uint32Array(world.window.days * 9).fill(0xffffffff)
  const busy = new Uint32Array(open.length)
  const start = spanOfWindow(world.window).from
  return explainPerson({ ...world, people: [], start }, { ...person, open, busy, occupied: [] })
}
