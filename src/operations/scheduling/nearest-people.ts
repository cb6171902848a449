import type { PayloadRequest } from 'payload'
import { readFreePeople } from '../../database/scheduling/free-people.ts'
import type { AvailabilityPerson } from '../../database/scheduling/reference-types.ts'
import { isEligible } from '../../domain/people/eligibility.ts'
import { bitOf, windowOf } from '../../domain/scheduling/bit-window.ts'
import { hasAll } from '../../domain/scheduling/bitmap.ts'
import { type Nearest, nearestVisit } from '../../domain/scheduling/nearest-visit.ts'
import { openBitmap } from '../../domain/scheduling/open-bitmap.ts'
import { isOnTheWay } from '../../domain/scheduling/travel.ts'
import type { FinderQuestion } from './finder-question.ts'
import { questionOf } from '../../steps/scheduling/load-availability.ts'
import { travelModelOf } from '../../steps/scheduling/travel-model.ts'
import { openingBitmap } from '../../steps/scheduling/opening-bitmap.ts'

export type NearestPerson = {
  person: AvailabilityPerson
  nearest: Nearest | null
  travelMinutes: number | null
}

const minuteMs = 60_000
const dayMs = 86_400_000

/** Those who are qualified and have nothing else in this time, with their visits around it. */
const freeAndQualified = async (
  req: PayloadRequest,
  { reference, service, place, except }: FinderQuestion,
  taking: { from: number; to: number },
) => {
  const asks = questionOf(service, place)
  const able = reference.people.filter((person) => isEligible({ person, ...asks }))
  const known = new Map(able.map((person) => [person.id, person]))
  const free = await readFreePeople(req, {
    people: [...known.keys()],
    among: reference.people.length,
    ...taking,
    except,
  })
  return free.flatMap(({ id, visits }) => {
    const person = known.get(id)
    return person ? [{ person, visits }] : []
  })
}

/**
 * Who is qualified and free at one time, nearest first, in one SQL statement after the question's
 * own: from the visit before or after it on that day, else from home. Fieldworkers whose
 * point nobody knows come last; whoever has the visit already counts as taken.
 */
export const nearestPeople = async (
  req: PayloadRequest,
  { question, limit }: { question: FinderQuestion; limit: number },
): Promise<NearestPerson[]> => {
  const { reference, service, place, start } = question
  if (start === null) return []
  const visit = { start, end: start + question.durationMinutes * minuteMs }
  const taking = {
    from: start - service.bufferBeforeMinutes * minuteMs,
    to: visit.end + service.bufferAfterMinutes * minuteMs,
  }
  const window = windowOf(taking)
  const [from, to] = [Math.floor(bitOf(start, window)), Math.ceil(bitOf(visit.end, window))]
  const placeOpen = openingBitmap(place, window)
  if (placeOpen && !hasAll(placeOpen, from, to)) return []

  const free = await freeAndQualified(req, question, taking)
  const point = place.coordinates
  const model = travelModelOf(req.payload, reference.travel ?? { speedKmh: 40, roadFactor: 1.3 })
  const found: NearestPerson[] = []
  for (const { person, visits } of free) {
    if (point && reference.travel && isOnTheWay(visits, { model, point, window, from, to }))
      continue
    if (!hasAll(openBitmap(person, window), from, to)) continue
    const today = visits.filter((one) => Math.abs(one.start - start) < dayMs)
    const nearest = point ? nearestVisit(point, { visits: today, home: person.home }, visit) : null
    const travelMinutes = nearest && point ? model.minutesBetween(nearest.point, point) : null
    found.push({ person, nearest, travelMinutes })
  }
  const km = ({ nearest }: NearestPerson) => nearest?.km ?? Infinity
  return found.toSorted((a, b) => km(a) - km(b)).slice(0, limit)
}
