import { type Coordinates, distanceKm } from './distance.ts'
import type { Interval } from './intervals.ts'
import type { LocatedVisit } from './travel.ts'

export type Nearest = { km: number; point: Coordinates; from: 'visit' | 'home' }

/**
 * How far a person is from a point: from the visits right before and after `visit` where one is
 * asked about, else from any of their visits, else from where they start; null where no point is
 * known. The nearer of two counts: that is the visit beside which the work fits.
 */
export const nearestVisit = (
  point: Coordinates,
  person: { visits: readonly LocatedVisit[]; home: Coordinates | null },
  visit?: Interval,
): Nearest | null => {
  const candidates = visit ? neighbours(person.visits, visit) : person.visits
  let nearest: Nearest | null = null
  for (const { point: at } of candidates) {
    const km = distanceKm(point, at)
    if (!nearest || km < nearest.km) nearest = { km, point: at, from: 'visit' }
  }
  if (nearest || !person.home) return nearest
  return { km: distanceKm(point, person.home), point: person.home, from: 'home' }
}

const neighbours = (visits: readonly LocatedVisit[], { start, end }: Interval): LocatedVisit[] => {
  let before: LocatedVisit | undefined
  let after: LocatedVisit | undefined
  for (const one of visits) {
    if (one.end <= start && (!before || one.end > before.end)) before = one
    if (one.start >= end && (!after || one.start < after.start)) after = one
  }
  return [before, after].filter((one) => one !== undefined)
}
