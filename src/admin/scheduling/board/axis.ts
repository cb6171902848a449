import type { Board } from './board-visit.ts'

/** The hours that a day's timeline shows, `[start, end)` in epoch milliseconds. */
export type Axis = { start: number; end: number }

const hourMs = 3_600_000

/** From the first opening or visit to the last, whole hours, at least eight to six. */
export const axisOf = (board: Board): Axis => {
  const edges = [
    ...board.people.flatMap(({ hours }) =>
      (hours ?? []).flatMap(([from, to]) => [
        board.start + from * 60_000,
        board.start + to * 60_000,
      ]),
    ),
    ...board.visits.flatMap(({ start, end }) => [start, end]),
  ]
  const noon = board.start + (board.end - board.start) / 2
  const first = Math.min(noon - 4 * hourMs, ...edges)
  const last = Math.max(noon + 6 * hourMs, ...edges)
  return {
    start: Math.max(board.start, board.start + Math.floor((first - board.start) / hourMs) * hourMs),
    end: Math.min(board.end, board.start + Math.ceil((last - board.start) / hourMs) * hourMs),
  }
}

/** Where an instant lies on the axis, as a percentage from its left end; never beyond. */
export const placeOn = (axis: Axis, at: number): number =>
  (Math.min(Math.max(at, axis.start), axis.end) - axis.start) * (100 / (axis.end - axis.start))

/** The full hours of the axis. */
export const hoursOn = (axis: Axis): number[] =>
  Array.from(
    { length: Math.round((axis.end - axis.start) / hourMs) },
    (_, i) => axis.start + i * hourMs,
  )
