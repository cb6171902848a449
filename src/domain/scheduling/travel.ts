import { type BitWindow, bitOf, emptyBitmap, spanOfWindow } from './bit-window.ts'
import { type Bitmap, bitMs, setBits } from './bitmap.ts'
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

/** Ways in whole steps, rounded up: whoever learns when somebody could come learns no distance. */
export const coarseTravel = (model: TravelModel, stepMinutes = 15): TravelModel => ({
  minutesBetween: (from, to) =>
    Math.ceil(model.minutesBetween(from, to) / stepMinutes) * stepMinutes,
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

/** Most of those who are on their way are so from the visit just before, or to the one just after. */
const soonMs = 2 * 3_600_000

/** Whether the way to or from one of the visits leaves somebody no time for bits `[from, to)`. */
export const isOnTheWay = (
  visits: readonly LocatedVisit[],
  asked: { model: TravelModel; point: Coordinates; window: BitWindow; from: number; to: number },
): boolean => {
  const { model, point, window, from, to } = asked
  const isInTheWay = ({ start, end, point: at }: LocatedVisit) => {
    if (Math.ceil(bitOf(end, window)) <= from) {
      const there = model.minutesBetween(at, point) * minuteMs
      return Math.ceil(bitOf(end + there, window)) > from
    }
    const back = model.minutesBetween(point, at) * minuteMs
    return Math.floor(bitOf(start - back, window)) < to
  }
  const { from: midnight } = spanOfWindow(window)
  const since = midnight + from * bitMs - soonMs
  const until = midnight + to * bitMs + soonMs
  const isSoon = ({ start, end }: LocatedVisit) => end > since && start < until
  return (
    visits.some((one) => isSoon(one) && isInTheWay(one)) ||
    visits.some((one) => !isSoon(one) && isInTheWay(one))
  )
}
