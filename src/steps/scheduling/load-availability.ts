import type { Payload, PayloadRequest } from 'payload'
import { daysAround, readTakenTime, type TakenTime } from '../../database/scheduling/day-bitmaps.ts'
import { readBusy } from '../../database/scheduling/read-busy.ts'
import type {
  AvailabilityPerson,
  AvailabilityService,
  ReferenceData,
} from '../../database/scheduling/reference-types.ts'
import { isEligible } from '../../domain/people/eligibility.ts'
import {
  type BitWindow,
  bitsOf,
  emptyBitmap,
  spanOfWindow,
} from '../../domain/scheduling/bit-window.ts'
import type { Bitmap } from '../../domain/scheduling/bitmap.ts'
import type { SlotPerson } from '../../domain/scheduling/slot-search.ts'
import type { Interval } from '../../domain/scheduling/intervals.ts'
import { openBitmap } from '../../domain/scheduling/open-bitmap.ts'
import { coarseTravel, travelBitmap } from '../../domain/scheduling/travel.ts'
import { travelModelOf } from './travel-model.ts'
import { openingBitmap } from './opening-bitmap.ts'
import type { ResolvedPlace } from './resolve-place.ts'

/** An eligible person as bits; `spans` only where exact times were asked for. */
export type AvailablePerson = SlotPerson & { name: string; spans?: Interval[] }

export type Availability = {
  window: BitWindow
  people: AvailablePerson[]
  /** The opening hours that bound the visit, where it has any. */
  placeOpen?: Bitmap
}

/**
 * Who may do a service at a place and when, in one SQL statement, the way to
 * neighbouring visits reckoned in where points are known: the
 * materialised days, or exact spans with `except` (an appointment whose own time counts as free)
 * and with `exact`. What `hold` keeps counts as free.
 */
export const loadAvailability = async (
  req: PayloadRequest,
  input: {
    reference: ReferenceData
    service: AvailabilityService
    place: ResolvedPlace
    window: BitWindow
    /** Those of the eligible that are asked about; default: all. */
    people?: AvailabilityPerson[] | undefined
    except?: string | undefined
    hold?: string | undefined
    exact?: boolean
    /** Taken time of this window where it has been read already. */
    taken?: Map<string, TakenTime> | undefined
  },
): Promise<Availability> => {
  const { place, window } = input
  const eligible = input.people ?? eligiblePeople(input)
  const bits = await bitsOfPeople(req, { ...input, people: eligible })
  const people = eligible.map((person) => ({ id: person.id, name: person.name, ...bits(person) }))
  const placeOpen = openingBitmap(place, window)
  return placeOpen ? { window, people, placeOpen } : { window, people }
}

/** Everybody who may do a service, and those of the same visit, at a place. */
export const eligiblePeople = (input: {
  reference: ReferenceData
  service: AvailabilityService
  place: ResolvedPlace
}): AvailabilityPerson[] => {
  const question = questionOf(input.service, input.place)
  const also = input.service.alsoServices ?? []
  return input.reference.people.filter(
    (person) =>
      isEligible({ person, ...question }) && also.every((id) => person.services.includes(id)),
  )
}

/** Hours and taken time of people as bits, whether or not they are eligible; see above. */
export const bitsOfPeople = async (
  req: PayloadRequest,
  input: {
    reference: ReferenceData
    place: ResolvedPlace
    people: AvailabilityPerson[]
    window: BitWindow
    except?: string | undefined
    hold?: string | undefined
    exact?: boolean
    taken?: Map<string, TakenTime> | undefined
  },
): Promise<(person: AvailabilityPerson) => Bits & { open: Bitmap }> => {
  const { window } = input
  const taken = await readBits(req, {
    ...input,
    people: input.people.map(({ id }) => id),
    travel: wayTo(input.place, { payload: req.payload, reference: input.reference, window }),
  })
  return (person) => ({ open: openBitmap(person, window), ...taken(person.id) })
}

/** What eligibility asks about a service at a place. */
export const questionOf = (service: AvailabilityService, place: ResolvedPlace) => ({
  service,
  place: {
    areas: place.kind === 'mobile' ? place.areas : null,
    location: place.kind === 'fixed' ? (place.location?.id ?? null) : null,
  },
})

type Bits = { busy: Bitmap; travel?: Bitmap; spans?: Interval[] }
type Way = ((visits: TakenTime['visits']) => Bitmap) | null

/** When people are with other visits or on the way between those and the place, where known. */
const wayTo = (
  { coordinates: point, isCoarse }: ResolvedPlace,
  input: { payload: Payload; reference: ReferenceData; window: BitWindow },
): Way => {
  const { travel } = input.reference
  if (!point || !travel) return null
  const exact = travelModelOf(input.payload, travel)
  const model = isCoarse ? coarseTravel(exact) : exact
  return (visits) => travelBitmap(visits, { model, point, window: input.window })
}

const readBits = async (
  req: PayloadRequest,
  input: {
    people: AvailabilityPerson['id'][]
    window: BitWindow
    except?: string | undefined
    hold?: string | undefined
    exact?: boolean
    taken?: Map<string, TakenTime> | undefined
    travel: Way
  },
): Promise<(person: string) => Bits> => {
  const { window, travel } = input
  const around = { ...daysAround(window), except: input.except }
  const isExact = input.except !== undefined || input.exact
  const busy = isExact ? await readBusy(req, { ...input, ...spanOfWindow(window) }) : null
  const taken =
    !isExact || travel
      ? (input.taken ??
        (await readTakenTime(req, { ...input, visits: travel ? around : undefined })))
      : null
  return (id) => {
    const spans = busy ? (busy.get(id) ?? []) : null
    const known = taken?.get(id)
    const visits = (travel && known?.visits) || []
    return {
      busy: spans ? bitsOf(spans, window, 'outward') : (known?.taken ?? emptyBitmap(window)),
      ...(travel && visits.length > 0 && { travel: travel(visits) }),
      ...(spans && { spans }),
    }
  }
}
