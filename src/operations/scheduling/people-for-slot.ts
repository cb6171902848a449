import type { PayloadRequest } from 'payload'
import { referenceOf } from '../../database/reference.ts'
import { remembered } from '../../database/scratch.ts'
import type { AvailabilityService } from '../../database/reference-types.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { bitOf, type BitWindow, windowOf } from '../../domain/scheduling/bit-window.ts'
import { bitMs, countBits, hasAll, hasAny, intersectInto } from '../../domain/scheduling/bitmap.ts'
import { type Interval, overlaps } from '../../domain/scheduling/intervals.ts'
import { type AvailablePerson, loadAvailability } from './load-availability.ts'
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
 * ms; default end: the service's duration), in two SQL statements (AV-02, DS-03).
 * @throws {DomainError} not-found for the service, invalid-input for an uncovered place
 */
export const eligiblePeopleFor = (
  req: PayloadRequest,
  question: Question,
): Promise<PeopleForSlot> => {
  const { service, place, start, end, except } = question
  if (except) return rank(req, question)
  const { location = null, postcode = null, coordinates = null } = place
  const key = JSON.stringify(['people', service, location, postcode, coordinates, start, end])
  return remembered(req, key, () => rank(req, question))
}

const rank = async (req: PayloadRequest, input: Question): Promise<PeopleForSlot> => {
  const reference = await referenceOf(req)
  const service = reference.services.find(
    ({ id, slug }) => slug === input.service || id === input.service,
  )
  if (!service?.active)
    throw new DomainError('not-found', 'There is no such service.', {
      status: 404,
      field: 'service',
    })
  const place = resolvePlace(reference, { service, place: input.place })
  if (!place)
    throw new DomainError('invalid-input', 'We do not work at this address yet.', {
      status: 422,
      field: 'postcode',
    })

  const { start, end = start + service.durationMinutes * minuteMs } = input
  const visit = { start, end }
  const taking = {
    start: start - service.bufferBeforeMinutes * minuteMs,
    end: end + service.bufferAfterMinutes * minuteMs,
  }
  const { window, people, placeOpen } = await loadAvailability(req, {
    reference,
    service,
    place,
    window: windowOf({ from: taking.start - dayMs, to: taking.end + dayMs }),
    now: input.now,
    except: input.except,
    exact: [taking.start, taking.end].some((instant) => instant % bitMs !== 0),
  })
  const ranked = people.map((person) => {
    if (placeOpen) intersectInto(person.open, placeOpen)
    const working = isOpen(person, { visit, window })
    const free = working && !isTaken(person, { visit, taking, window })
    return { id: person.id, name: person.name, working, free, load: countBits(person.busy) }
  })
  return {
    service,
    place,
    timezone: place.timezone,
    people: ranked
      .toSorted((a, b) => Number(b.free) - Number(a.free) || a.load - b.load)
      .map(({ load: _load, ...person }) => person),
  }
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
