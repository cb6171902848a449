import type { BoardPerson } from '../../../contracts/scheduling/board.ts'
import type { BoardVisit } from './board-visit.ts'

type Span = { start: number; end: number }

const minuteMs = 60_000

/** How long spans last together, in minutes. */
export const minutesOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { start, end }) => sum + (end - start) / minuteMs, 0)

/** Minutes of `[from, to)` that none of the spans takes; they may overlap. */
const freeIn = (from: number, to: number, taken: readonly Span[]): number => {
  let [free, at] = [0, from]
  for (const { start, end } of taken.toSorted((a, b) => a.start - b.start)) {
    if (start > at) free += Math.min(start, to) - at
    at = Math.max(at, end)
    if (at >= to) return free / minuteMs
  }
  return (free + to - at) / minuteMs
}

/**
 * The working time of everybody on the board, and what of it neither visits nor absences take:
 * the capacity that is still unassigned, in minutes. `origin` is the board's start in epoch ms.
 */
export const capacityOf = (
  people: readonly Pick<BoardPerson, 'absences' | 'active' | 'hours' | 'id'>[],
  visits: readonly Pick<BoardVisit, 'end' | 'person' | 'start'>[],
  origin: number,
): { open: number; free: number } => {
  let [open, free] = [0, 0]
  for (const { id, active, hours, absences } of people) {
    if (!active) continue
    const at = (minute: number) => origin + minute * minuteMs
    const taken = [
      ...visits.filter(({ person }) => person === id),
      ...absences.map(([from, to]) => ({ start: at(from), end: at(to) })),
    ]
    for (const [from, to] of hours ?? []) {
      open += to - from
      free += freeIn(at(from), at(to), taken)
    }
  }
  return { open, free }
}
