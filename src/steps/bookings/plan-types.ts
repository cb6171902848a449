import type { Assignment } from '../../domain/bookings/assignment.ts'
import type { VisitSpan } from '../scheduling/visit-span.ts'

/** A visit of a new booking with everything decided: its person, its answer, its status. */
export type PlannedVisit = VisitSpan &
  Assignment & {
    unreserved: boolean
    /** The visit of the rescheduled booking in whose place it comes. */
    replaces?: string
  }

/** A line of a new booking with its price. */
export type PlannedLine = {
  service: string
  description: string | null
  quantity: number
  unit: string
  durationMinutes: number
  unitAmount: number
  taxPercent: number
  totalAmount: number
  taxAmount: number
  subtotalAmount: number
  breakdown: unknown
  requiresApproval: boolean
  answers: unknown
  visits: PlannedVisit[]
}
