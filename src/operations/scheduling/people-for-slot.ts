import type { PayloadRequest } from 'payload'
import { type AvailabilityService, readService } from '../../database/availability-queries.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { contains, intersect, type Interval, overlaps } from '../../domain/scheduling/intervals.ts'
import { loadAvailability } from './load-availability.ts'
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

const dayMs = 86_400_000
const minuteMs = 60_000

/**
 * Everybody eligible for a service at a place, and whether they can take `start` to `end` (epoch
 * ms; default end: the service's duration), in at most four SQL statements (AV-02, DS-03).
 * @throws {DomainError} not-found for the service, invalid-input for an uncovered place
 */
export const eligiblePeopleFor = async (
  req: PayloadRequest,
  input: {
    service: string
    place: PlaceQuery
    start: number
    end?: number | undefined
    now: number
    except?: string | undefined
  },
): Promise<PeopleForSlot> => {
  const service = await readService(req, input.service)
  if (!service?.active)
    throw new DomainError('not-found', 'There is no such service.', {
      status: 404,
      field: 'service',
    })
  const visit = {
    start: input.start,
    end: input.end ?? input.start + service.durationMinutes * minuteMs,
  }
  const window = { from: visit.start - dayMs, to: visit.end + dayMs }
  const place = await resolvePlace(req, { service, place: input.place, ...window })
  if (!place)
    throw new DomainError('invalid-input', 'We do not work at this address yet.', {
      status: 422,
      field: 'postcode',
    })

  const { people, locationOpen } = await loadAvailability(req, {
    service,
    place,
    ...window,
    now: input.now,
    except: input.except,
  })
  const busySpan = {
    start: visit.start - service.bufferBeforeMinutes * minuteMs,
    end: visit.end + service.bufferAfterMinutes * minuteMs,
  }
  const ranked = people.map((person) => {
    const hours = locationOpen ? intersect(person.working, locationOpen) : person.working
    const working = hours.some((open) => contains(open, visit))
    const free = working && !person.busy.some((taken) => overlaps(taken, busySpan))
    return { id: person.id, name: person.name, working, free, load: lengthOf(person.busy) }
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

const lengthOf = (spans: readonly Interval[]): number =>
  spans.reduce((total, span) => total + span.end - span.start, 0)
