import { type Coordinates, distanceKm } from '../distance.ts'
import { haversineTravel, type TravelModel } from '../travel.ts'

/** How long and how far it is between two points. */
export type DayTravel = TravelModel & {
  kmBetween: (from: Coordinates, to: Coordinates) => number
}

const roadFactor = 1.35
const speedKmh = 35

/** The straight line, lengthened as town roads are, at a town's speed. */
export const townTravel: DayTravel = {
  ...haversineTravel({ roadFactor, speedKmh }),
  kmBetween: (from, to) => distanceKm(from, to) * roadFactor,
}

/** Minutes and kilometres along a chain of points; unknown ones cost nothing. */
export const lengthOfWay = (
  points: readonly (Coordinates | null)[],
  travel: DayTravel,
): { travelMinutes: number; distanceKm: number } => {
  const sum = { travelMinutes: 0, distanceKm: 0 }
  for (const [index, to] of points.entries()) {
    const from = points[index - 1]
    if (!from || !to) continue
    sum.travelMinutes += travel.minutesBetween(from, to)
    sum.distanceKm += travel.kmBetween(from, to)
  }
  return sum
}
