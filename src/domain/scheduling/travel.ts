import { type BitWindow, bitOf, emptyBitmap } from './bit-window.ts'
import { type Bitmap, setBits } from './bitmap.ts'
import { type Coordinates, distanceKm } from './distance.ts'

/** How long the way between two points takes; pure, so that a matrix is fetched beforehand. */
export type TravelModel = { minutesBetween: (from: Coordinates, to: Coordinates) => number }

/** A visit at a point, without its buffers (epoch ms). */
export type LocatedVisit = { start: number; end: number; point: Coordinates }

const minuteMs = 60_000

/** Straight line × road factor at one speed, in whole minutes: next door is no way at all. */
export const haversineTravel = (input: { roadFactor: number; speedKmh: number }): TravelModel => ({
  minutesBetween: (from, to) =>
    Math.floor((distanceKm(from, to) * input.roadFactor * 60) / input.speedKmh),
})

/**
 * When nobody can be at `point`: during the located visits and on the way to and from them. Ways
 * run beside buffers, not on top of them: the gap is the longer of the two.
 */
export const travelBitmap = (
  visits: readonly LocatedVisit[],
  { model, point, window }: { model: TravelModel; point: Coordinates; window: BitWindow },
): Bitmap => {
  const bitmap = emptyBitmap(window)
  for (const { start, end, point: at } of visits) {
    const there = model.minutesBetween(at, point) * minuteMs
    const back = model.minutesBetween(point, at) * minuteMs
    const [first, last] = [bitOf(start - back, window), bitOf(end + there, window)]
    setBits(bitmap, Math.floor(first), Math.ceil(last))
  }
  return bitmap
}
