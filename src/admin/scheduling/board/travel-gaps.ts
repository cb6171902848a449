import { dayTravel, type TravelRule } from '../../../domain/scheduling/routes/day-travel.ts'
import type { BoardVisit } from './board-visit.ts'

/** The way between two visits of one person that follow each other. */
export type TravelGap = {
  from: number
  to: number
  /** Minutes the way takes, and those there are. */
  needed: number
  given: number
  km: number
  isImpossible: boolean
}

const minuteMs = 60_000

/** The ways between neighbouring visits whose points are known, in order of time. */
export const travelGaps = (visits: readonly BoardVisit[], rule: TravelRule): TravelGap[] => {
  const travel = dayTravel(rule)
  const inOrder = visits.toSorted((a, b) => a.start - b.start)
  return inOrder.flatMap((visit, index): TravelGap[] => {
    const before = inOrder[index - 1]
    if (!before?.point || !visit.point || visit.start < before.end) return []
    const km = travel.kmBetween(before.point, visit.point)
    const needed = Math.round(travel.minutesBetween(before.point, visit.point))
    const given = Math.round((visit.start - before.end) / minuteMs)
    if (needed < 2) return []
    return [{ from: before.end, to: visit.start, needed, given, km, isImpossible: needed > given }]
  })
}
