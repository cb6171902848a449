import type { EligibilityQuestion, EligiblePerson } from '../people/eligibility.ts'
import type { CauseCode } from './causes.ts'
import type { BitWindow } from './bit-window.ts'
import type { Bitmap } from './bitmap.ts'
import type { SlotRules } from './slot-search.ts'
import type { Interval } from './intervals.ts'

/** What takes a person's time, buffers included. */
export type Occupied = Interval & {
  kind: 'visit' | 'reservation' | 'hold' | 'unavailability' | 'external'
  appointment: string | null
}

/** Anybody, eligible or not, with their hours and taken time in the window. */
export type ExplainPerson = EligiblePerson & {
  id: string
  name: string
  open: Bitmap
  busy: Bitmap
  travel?: Bitmap | undefined
  /** Around the start alone, for words. */
  occupied: readonly Occupied[]
}

/**
 * Everything that decides whether a visit may start at one time. Explanations and suggestions read
 * and change only this, so that a suggestion can be tried out.
 */
export type ExplainWorld = {
  service: SlotRules & { id: string; name: string; isByRequest: boolean; skills: readonly string[] }
  place: EligibilityQuestion['place']
  people: readonly ExplainPerson[]
  window: BitWindow
  placeOpen?: Bitmap | undefined
  timezone: string
  /** In which its reasons write times. */
  locale: string
  now: number
  start: number
  quantity: number
  skillNames: ReadonlyMap<string, string>
  /** Whether causes name skills, hours and what is in the way. */
  isOffice: boolean
}

/** One cause with its words; instants are epoch ms. */
export type Reason = {
  code: CauseCode
  message: string
  skills?: string[]
  hours?: Interval[]
  occupied?: Occupied
  limit?: number
  neededMinutes?: number
}
