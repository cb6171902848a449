import type { PayloadRequest } from 'payload'
import { readTakenTimes, type TakenTime } from '../../database/scheduling/day-bitmaps.ts'
import { referenceOf } from '../../database/scheduling/reference-cache.ts'
import { cached } from '../../database/records/request-cache.ts'
import type {
  AvailabilityPerson,
  AvailabilityService,
  ReferenceData,
} from '../../database/scheduling/reference-types.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { bitOf, type BitWindow, windowOf } from '../../domain/scheduling/bit-window.ts'
import { bitMs, countBits, hasAll, hasAny, intersectInto } from '../../domain/scheduling/bitmap.ts'
import { type Interval, overlaps } from '../../domain/scheduling/intervals.ts'
import { type AvailablePerson, eligiblePeople, loadAvailability } from './load-availability.ts'
import { type PlaceQuery, type ResolvedPlace, resolvePlace } from './resolve-place.ts'

/** An eligible person; `free` is working and unoccupied, buffers included. */
export type PersonForSlot = { id: string; name: string; working: boolean; free: boolean }

export type PeopleForSlot = {
  service: AvailabilityService
  place: ResolvedPlace
  timezone: string
  /** Free people first, then those with the least other work around that day, then by name. */
  people: PersonForSlot[]
}

type Question = {
  service: string
  place: PlaceQuery
  start: number
  end?: number | undefined
  now: number
  except?: string | undefined
}

const dayMs = 86_400_000
const minuteMs = 60_000

/**
 * Everybody eligible for a service at a place, and whether they can take `start` to `end` (epoch
 * ms; default end: the service's duration), in two SQL statements.
 * @throws {DomainError} not-found for the service, invalid-input for an uncovered place
 */
export const eligiblePeopleFor = (
  req: PayloadRequest,
  question: Question,
): Promise<PeopleForSlot> => {
  const { service, place, start, end, except } = question
  if (except) return rank(req, question)
  const { location = null, postcode = null, coordinates = null, about, isCoarse = false } = place
  const where = [location, postcode, coordinates, about, isCoarse]
  const key = JSON.stringify(['people', service, ...where, start, end])
  return cached(req, key, () => rank(req, question))
}

const rank = async (req: PayloadRequest, input: Question): Promise<PeopleForSlot> => {
  const reference = await referenceOf(req)
  const asked = prepare(reference, input)
  const { service, place } = asked
  const ranked = await judge(req, { reference, asked, input })
  return { service, place, timezone: place.timezone, people: ranked.map(withoutLoad) }
}

/** What a question asks, with the catalogue's words for it. */
const prepare = (reference: ReferenceData, input: Question) => {
  const service = reference.services.find(
    ({ id, slug }) => slug === input.service || id === input.service,
  )
  if (!service)
    throw new DomainError('not-found', 'There is no such service.', {
      field: 'service',
    })
  const place = resolvePlace(reference, { service, place: input.place })
  if (!place)
    throw new DomainError('invalid-input', 'We do not work at this address yet.', {
      field: 'postcode',
    })
  const { start, end = start + service.durationMinutes * minuteMs } = input
  const visit = { start, end }
  const taking = {
    start: start - service.bufferBeforeMinutes * minuteMs,
    end: end + service.bufferAfterMinutes * minuteMs,
  }
  const window = windowOf({ from: taking.start - dayMs, to: taking.end + dayMs })
  const exact = [taking.start, taking.end].some((instant) => instant % bitMs !== 0)
  return { service, place, visit, taking, window, exact }
}

const judge = async (
  req: PayloadRequest,
  {
    reference,
    asked,
    input,
    ...known
  }: {
    reference: ReferenceData
    asked: ReturnType<typeof prepare>
    input: Question
    people?: AvailabilityPerson[]
    taken?: Map<string, TakenTime>
  },
): Promise<RankedPerson[]> => {
  const { visit, taking, window } = asked
  const { now, except } = input
  const { people, placeOpen } = await loadAvailability(req, {
    ...{ reference, ...asked, now, except, ...known },
  })
  const ranked = people.map((person) => {
    if (placeOpen) intersectInto(person.open, placeOpen)
    const working = isOpen(person, { visit, window })
    const free = working && !isTaken(person, { visit, taking, window })
    return { id: person.id, name: person.name, working, free, load: countBits(person.busy) }
  })
  return ranked.toSorted((a, b) => Number(b.free) - Number(a.free) || a.load - b.load)
}

/** With the work of three days around the visit, in bits of five minutes. */
export type RankedPerson = PersonForSlot & { load: number }

const withoutLoad = ({ load: _load, ...person }: RankedPerson): PersonForSlot => person

/**
 * `eligiblePeopleFor` for many questions, their days read in one statement for all; `only` names
 * the person whom a question is about.
 * @throws {DomainError} not-found for a service, invalid-input for an uncovered place
 */
export const eligiblePeopleForEach = async (
  req: PayloadRequest,
  questions: (Omit<Question, 'except'> & { only?: string | undefined })[],
): Promise<RankedPerson[][]> => {
  const reference = await referenceOf(req)
  const asked = questions.map((input) => {
    const of = prepare(reference, input)
    const people = eligiblePeople({ reference, ...of })
    return { of, input, people: input.only ? people.filter(({ id }) => id === input.only) : people }
  })
  const takenIn = await readTakenTimes(req, {
    people: [...new Set(asked.flatMap(({ people }) => people.map(({ id }) => id)))],
    windows: asked.map(({ of }) => of.window),
    withVisits: Boolean(reference.travel),
  })
  const found: RankedPerson[][] = []
  for (const { of, input, people } of asked) {
    const taken = takenIn(of.window)
    found.push(await judge(req, { reference, asked: of, input, people, taken }))
  }
  return found
}

const isOpen = (
  { open }: AvailablePerson,
  { visit, window }: { visit: Interval; window: BitWindow },
): boolean =>
  hasAll(open, Math.floor(bitOf(visit.start, window)), Math.ceil(bitOf(visit.end, window)))

const isTaken = (
  { busy, spans, travel }: AvailablePerson,
  { visit, taking, window }: { visit: Interval; taking: Interval; window: BitWindow },
): boolean => {
  const isOccupied = spans
    ? spans.some((span) => overlaps(span, taking))
    : hasAny(busy, bitOf(taking.start, window), bitOf(taking.end, window))
  if (isOccupied || !travel) return isOccupied
  const [from, to] = [bitOf(visit.start, window), bitOf(visit.end, window)]
  return hasAny(travel, Math.floor(from), Math.ceil(to))
}
