import type { Coordinates } from '../../domain/scheduling/distance.ts'
import type { Interval } from '../../domain/scheduling/intervals.ts'
import type { Area } from '../../domain/scheduling/places.ts'
import type { HoursException, WeeklyBlock } from '../../domain/scheduling/working-hours.ts'

/** A service with the house's defaults filled in, and what the company's zone is. */
export type AvailabilityService = {
  id: string
  slug: string
  name: string
  active: boolean
  bookable: boolean
  mode: 'instant' | 'request'
  durationMinutes: number
  bufferBeforeMinutes: number
  bufferAfterMinutes: number
  noticeMinutes: number
  horizonDays: number
  slotIntervalMinutes: number
  crewSize: number
  skills: string[]
  /** More services of the same visit, which everybody has to do as well. */
  alsoServices?: string[]
  locations: string[]
  locationTypes: ('fixed' | 'mobile' | 'remote')[]
  companyTimezone: string
  portalEnabled: boolean
}

export type OpenHours = { hours: WeeklyBlock[]; exceptions: HoursException[]; timezone: string }

export type AvailabilityLocation = OpenHours & {
  id: string
  name: string
  coordinates: Coordinates | null
  /** What closes it besides its hours (epoch ms). */
  closures: Interval[]
}

export type AvailabilityArea = Area & { name: string; locationName: string | null }

export type AvailabilityPerson = OpenHours & {
  id: string
  name: string
  colour: string | null
  home: Coordinates | null
  active: boolean
  blocked: boolean
  services: string[]
  skills: string[]
  areas: string[]
  locations: string[]
}

/** What availability rests on besides occupied time; shared between requests, never changed. */
export type ReferenceData = {
  services: AvailabilityService[]
  /** Everybody who is not deleted, by name. */
  people: AvailabilityPerson[]
  /** Active locations. */
  locations: AvailabilityLocation[]
  /** Active areas, by name. There are tens of them, so the domain chooses. */
  areas: AvailabilityArea[]
  skills: { id: string; name: string }[]
  companyTimezone: string
  companyLocale: string
  /** Of the company's address; null where it has none. */
  companyCountry: string | null
  /** How the way between visits is reckoned; null where it is not considered. */
  travel: { speedKmh: number; roadFactor: number } | null
}
