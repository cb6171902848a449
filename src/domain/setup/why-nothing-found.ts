import { isEligible } from '../people/eligibility.ts'
import { bookingSpan } from '../scheduling/booking-window.ts'
import { intersect, type Interval } from '../scheduling/intervals.ts'
import { workingIntervals } from '../scheduling/working-hours.ts'
import type { SetupLocation, SetupPerson, SetupService } from './setup-world.ts'

export const searchCauses = [
  'unknown-postcode',
  'nobody-able',
  'outside-window',
  'outside-hours',
  'fully-booked',
] as const

/** Why a search for a free time found none, the most general cause. */
export type SearchCause = (typeof searchCauses)[number]

const minuteMs = 60_000

type Search = {
  service: Pick<
    SetupService,
    'id' | 'skills' | 'crewSize' | 'durationMinutes' | 'noticeMinutes' | 'horizonDays'
  >
  /** Where it was to be; null for an address in no area. `opening` bounds it, where it has hours. */
  place: {
    kind: 'fixed' | 'mobile' | 'remote'
    areas: string[]
    location: string | null
    opening: SetupLocation | null
  } | null
  people: readonly SetupPerson[]
  /** The days that were asked for. */
  window: Interval
  now: number
}

const isLongEnough = (people: readonly SetupPerson[], search: Search, within: Interval) => {
  const { opening = null } = search.place ?? {}
  const least = search.service.durationMinutes * minuteMs
  const range = { from: within.start, to: within.end }
  const isBounded = opening && (opening.hours.length > 0 || opening.exceptions.length > 0)
  const open = isBounded ? workingIntervals({ ...opening, ...range }) : [within]
  const able = people.filter((person) =>
    intersect(workingIntervals({ ...person, ...range }), open).some(
      ({ start, end }) => end - start >= least,
    ),
  )
  return able.length >= search.service.crewSize
}

/** Why a search found nothing; `fully-booked` where only taken time is left as the reason. */
export const whyNothingFound = (search: Search): SearchCause => {
  const { service, place, people, window, now } = search
  if (!place) return 'unknown-postcode'
  const where = {
    areas: place.kind === 'mobile' ? place.areas : null,
    location: place.kind === 'fixed' ? place.location : null,
  }
  const able = people.filter((person) => isEligible({ person, service, place: where }))
  if (able.length < service.crewSize) return 'nobody-able'
  const bookable = bookingSpan(service, now)
  const within = {
    start: Math.max(window.start, bookable.start),
    end: Math.min(window.end, bookable.end),
  }
  if (within.end <= within.start) return 'outside-window'
  return isLongEnough(able, search, within) ? 'fully-booked' : 'outside-hours'
}
