import type { Held } from '../../../src/contracts/scheduling/holds.ts'
import type { FieldErrors } from '../lib/booking-request.ts'
import type { Draft } from '../lib/draft.ts'
import type { PlaceChoice } from '../lib/place-choices.ts'
import type { Booked, Company, Service, Slot } from '../lib/shapes.ts'

/** `ask` tells how to get work that cannot be booked at once; `booked` is the end. */
export type Step = 'service' | 'place' | 'times' | 'questions' | 'details' | 'booked' | 'ask'

export type FreeDay = { day: string; slots: Slot[] }
export type FreeTimes = {
  timezone: string
  /** For people, such as "Sydney (AEDT)". */
  zoneName: string
  /** First local day of the seven, and today. */
  week: string
  today: string
  days: FreeDay[]
}

export type Notice = {
  title: string
  text: string
  /** What “Try again” does; left out where trying again is no use. */
  retry?: (() => void) | undefined
}

/** Everything that the element shows; the values typed so far are in `draft`, by field name. */
export type State = {
  step: Step
  company: Company | null
  services: Service[]
  draft: Draft
  free: FreeTimes | null
  held: Held | null
  /** Whether the time is kept, soon no longer, no longer, or could not be. */
  keeping: 'none' | 'kept' | 'soon' | 'gone'
  errors: FieldErrors
  notice: Notice | null
  /** Offered where the chosen time has just gone. */
  alternatives: Slot[]
  /** What is under way, in words. */
  busy: string | null
  booked: Booked | null
}

export type Attributes = {
  service: string | null
  location: string | null
  mode: 'instant' | 'request' | null
}

export const initialState = (): State => ({
  step: 'service',
  company: null,
  services: [],
  draft: {},
  free: null,
  held: null,
  keeping: 'none',
  errors: {},
  notice: null,
  alternatives: [],
  busy: null,
  booked: null,
})

/** The place chosen so far among those of a service. */
export const placeIn = (choices: PlaceChoice[], draft: Draft): PlaceChoice | undefined =>
  choices.find(({ value }) => value === draft['place']) ??
  (choices.length === 1 ? choices[0] : undefined)
