import type { PayloadRequest } from 'payload'
import {
  type AvailabilityPerson,
  type AvailabilityService,
  readBusy,
  readPeople,
} from '../../database/availability-queries.ts'
import { isEligible } from '../../domain/people/eligibility.ts'
import type { SlotPerson } from '../../domain/scheduling/find-slots.ts'
import { type Interval, subtract } from '../../domain/scheduling/intervals.ts'
import { workingIntervals } from '../../domain/scheduling/working-hours.ts'
import type { ResolvedPlace } from './resolve-place.ts'

/** Eligible people with hours and occupied spans, and the opening hours that bound the visit. */
export type Availability = {
  people: (SlotPerson & { name: string })[]
  locationOpen?: Interval[]
}

const minuteMs = 60_000

/**
 * Reads who may do a service at a place and when, in two SQL statements (AV-01, AV-02, AV-05).
 * `from` and `to` are instants and bound the visits; buffers are looked up beyond them.
 */
export const loadAvailability = async (
  req: PayloadRequest,
  input: {
    service: AvailabilityService
    place: ResolvedPlace
    from: number
    to: number
    now: number
    /** An appointment whose own occupancy counts as free. */
    except?: string | undefined
  },
): Promise<Availability> => {
  const { service, place, from, to } = input
  const candidates = await readPeople(req, service.id)
  const eligible = candidates.filter((person) => isEligibleAt({ person, service, place }))
  const busy = await readBusy(req, {
    people: eligible.map(({ id }) => id),
    from: from - service.bufferBeforeMinutes * minuteMs,
    to: to + service.bufferAfterMinutes * minuteMs,
    now: input.now,
    except: input.except,
  })
  const people = eligible.map((person) => ({
    id: person.id,
    name: person.name,
    working: workingIntervals({ ...person, from, to }),
    busy: busy.get(person.id) ?? [],
  }))
  const open = openingOf(place, { from, to })
  return open ? { people, locationOpen: open } : { people }
}

const isEligibleAt = (input: {
  person: AvailabilityPerson
  service: AvailabilityService
  place: ResolvedPlace
}): boolean =>
  isEligible({
    person: input.person,
    service: input.service,
    place: {
      areas: input.place.kind === 'mobile' ? input.place.areas : null,
      location: input.place.kind === 'fixed' ? (input.place.location?.id ?? null) : null,
    },
  })

const openingOf = (
  { opening }: ResolvedPlace,
  { from, to }: { from: number; to: number },
): Interval[] | undefined => {
  if (!opening) return undefined
  // A location without hours is open whenever somebody works there.
  const always = opening.hours.length === 0 && opening.exceptions.length === 0
  const open = always ? [{ start: from, end: to }] : workingIntervals({ ...opening, from, to })
  return subtract(open, opening.closures)
}
