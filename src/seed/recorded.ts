import type { OccupancyRow } from '../database/scheduling/occupancies.ts'
import type { PlannedBooking, PlannedVisit } from './plan-booking.ts'
import type { Timeline } from './timeline.ts'
import type { VisitState } from './visit-state.ts'
import type { SeedService } from './world.ts'

export type VisitToRecord = {
  planned: PlannedBooking
  timeline: Timeline
  booking: string
  line: string
  service: SeedService
  visit: PlannedVisit
  successorOf?: RecordedBooking
}

export type RecordedVisit = { id: string; state: VisitState; occupancy: OccupancyRow | null }

export type BookingToRecord = {
  number: string
  planned: PlannedBooking
  timeline: Timeline
  /** The booking that this one replaces. */
  successorOf?: RecordedBooking
}

export type RecordedBooking = { id: string; customer: string; visits: RecordedVisit[] }
