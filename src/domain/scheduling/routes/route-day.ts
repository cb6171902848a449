import type { Coordinates } from '../distance.ts'
import type { Interval } from '../intervals.ts'
import type { TravelRule } from './day-travel.ts'

/**
 * Why a visit stays with its person at its time: its start was promised and its person agreed, it
 * is under way, others come along, or it should have begun already.
 */
export type VisitHold = 'confirmed' | 'crew' | 'past' | 'under-way'

/** One visit of a day as it is now; instants are epoch ms. */
export type DayVisit = {
  id: string
  version: number
  booking: { id: string; number: string }
  service: string
  customer: string
  place: string
  status: 'confirmed' | 'pending'
  start: number
  end: number
  /** Time to keep clear before and after it, in ms. */
  bufferBefore: number
  bufferAfter: number
  fieldworker: { id: string; name: string } | null
  coordinates: Coordinates | null
  /** Ids of the people who may do it. */
  eligible: string[]
  hold: VisitHold | null
  /** Whether it stays at its start; a held visit does. */
  isTimeFixed: boolean
  /** When it may take place, where its start is not fixed. */
  open: Interval[]
}

export type DayPerson = {
  id: string
  name: string
  home: Coordinates | null
  working: Interval[]
  /** Absences, holds and visits that are not part of the day's plan. */
  busy: Interval[]
}

/** What is known of a day when its routes are proposed. */
export type RouteDay = {
  date: string
  timezone: string
  /** From midnight to midnight. */
  span: Interval
  travel: TravelRule
  people: DayPerson[]
  visits: DayVisit[]
}
