import type { CompiledProblem } from './compile-problem.ts'

/** Rounding may make a time differ in its last digits when it is added up the other way. */
export const timeTolerance = 1e-9

/**
 * When a journey of `travel` that leaves at `depart` ends; breaks interrupt it. Legs that are
 * accepted whatever the clock says have a negative length and skip the breaks.
 */
export const arrivalAt = (
  problem: CompiledProblem,
  worker: number,
  depart: number,
  travel: number,
): number => {
  const last = problem.breakAt[worker + 1] as number
  let at = depart
  let left = travel
  if (left < 0) return at + left
  for (let i = problem.breakAt[worker] as number; i < last; i += 1) {
    const end = problem.breakEnd[i] as number
    if (end <= at) continue
    const start = problem.breakStart[i] as number
    if (at + left <= start) break
    left -= Math.max(0, start - at)
    at = end
  }
  return at + left
}

/** The latest departure of a journey of `travel` that ends by `arrive`. */
export const departureFor = (
  problem: CompiledProblem,
  worker: number,
  arrive: number,
  travel: number,
): number => {
  const first = problem.breakAt[worker] as number
  let at = arrive
  let left = travel
  if (left < 0) return at - left
  for (let i = (problem.breakAt[worker + 1] as number) - 1; i >= first; i -= 1) {
    const start = problem.breakStart[i] as number
    if (start >= at) continue
    const end = problem.breakEnd[i] as number
    if (at - left >= end) break
    left -= Math.max(0, at - end)
    at = start
  }
  return at - left
}

/** The earliest start of a visit from `from` on, in a window and clear of breaks, or Infinity. */
export const earliestStart = (
  problem: CompiledProblem,
  worker: number,
  visit: number,
  from: number,
): number => {
  const last = problem.windowAt[visit + 1] as number
  for (let i = problem.windowAt[visit] as number; i < last; i += 1) {
    const close = problem.windowClose[i] as number
    if (close + timeTolerance < from) continue
    const start = afterBreaks(
      problem,
      worker,
      visit,
      Math.max(from, problem.windowOpen[i] as number),
    )
    if (start <= close + timeTolerance) return start
  }
  return Infinity
}

/** The latest start of a visit up to `by`, in a window and clear of breaks, or −Infinity. */
export const latestStart = (
  problem: CompiledProblem,
  worker: number,
  visit: number,
  by: number,
): number => {
  const first = problem.windowAt[visit] as number
  for (let i = (problem.windowAt[visit + 1] as number) - 1; i >= first; i -= 1) {
    const open = problem.windowOpen[i] as number
    if (open > by + timeTolerance) continue
    const start = beforeBreaks(
      problem,
      worker,
      visit,
      Math.min(by, problem.windowClose[i] as number),
    )
    if (start >= open - timeTolerance) return start
  }
  return -Infinity
}

const afterBreaks = (
  problem: CompiledProblem,
  worker: number,
  visit: number,
  from: number,
): number => {
  if (problem.pinned[visit]) return from
  const last = problem.breakAt[worker + 1] as number
  const service = problem.service[visit] as number
  let start = from
  for (let i = problem.breakAt[worker] as number; i < last; i += 1) {
    const end = problem.breakEnd[i] as number
    if (end > start && (problem.breakStart[i] as number) < start + service) start = end
  }
  return start
}

const beforeBreaks = (
  problem: CompiledProblem,
  worker: number,
  visit: number,
  by: number,
): number => {
  if (problem.pinned[visit]) return by
  const first = problem.breakAt[worker] as number
  const service = problem.service[visit] as number
  let start = by
  for (let i = (problem.breakAt[worker + 1] as number) - 1; i >= first; i -= 1) {
    const from = problem.breakStart[i] as number
    if ((problem.breakEnd[i] as number) > start && from < start + service) start = from - service
  }
  return start
}
