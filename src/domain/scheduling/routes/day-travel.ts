import { type Coordinates, distanceKm } from '../distance.ts'

/** How travel is reckoned: the straight line, lengthened as roads are, at one speed. */
export type TravelRule = { roadFactor: number; speedKmh: number }

/** How long and how far it is between two points; fractions of minutes make shorter ways shorter. */
export type DayTravel = {
  minutesBetween: (from: Coordinates, to: Coordinates) => number
  kmBetween: (from: Coordinates, to: Coordinates) => number
}

export const dayTravel = ({ roadFactor, speedKmh }: TravelRule): DayTravel => ({
  minutesBetween: (from, to) => (distanceKm(from, to) * roadFactor * 60) / speedKmh,
  kmBetween: (from, to) => distanceKm(from, to) * roadFactor,
})

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
