import { merge } from '../intervals.ts'
import type { RouteProblem, RouteVisit, RouteWorker, TravelMatrix } from './route-problem.ts'

/**
 * A problem as typed arrays. Nodes are the visits (0 … visits−1), then each worker's start
 * (visits + w), then each worker's end (visits + workers + w); matrices are over nodes, and those
 * ending in `Into` are turned: row = where the leg ends.
 */
export type CompiledProblem = {
  visits: number
  workers: number
  nodes: number
  duration: Float64Array
  durationInto: Float64Array
  cost: Float64Array
  costInto: Float64Array
  service: Float64Array
  /** First opening and last closing of each visit. */
  open: Float64Array
  close: Float64Array
  /** Windows of visit `v` are `windowAt[v]` … `windowAt[v + 1] − 1`, sorted and apart. */
  windowAt: Int32Array
  windowOpen: Float64Array
  windowClose: Float64Array
  weight: Float64Array
  load: Float64Array
  pinned: Uint8Array
  shiftStart: Float64Array
  shiftEnd: Float64Array
  breakAt: Int32Array
  breakStart: Float64Array
  breakEnd: Float64Array
  capacity: Float64Array
  /** Workers whose empty days are alike share a number. */
  kind: Int32Array
  /** Workers who may do visit `v` are `mayAt[v]` … `mayAt[v + 1] − 1` of `may`. */
  mayAt: Int32Array
  may: Int32Array
  /** 1 where visit (row) may be done by worker (column). */
  mayBe: Uint8Array
  /** All visits by distance from visit `v`, itself first: row `v` of visits × visits. */
  near: Int32Array
}

/** So much earlier than late that a leg that has to be accepted is always in time. */
const tolerated = -1e12

/** Turns a problem into typed arrays. */
export const compileProblem = (problem: RouteProblem): CompiledProblem => {
  const { workers, visits } = problem
  const matrices = nodeMatrices(problem)
  const windows = visits.map(sortedWindows)
  const days = workers.map((worker) => dayOf(worker, visits))
  const breaks = days.map((day) => day.breaks)
  const may = visits.map((visit) => eligible(visit, workers))
  const compiled: CompiledProblem = {
    visits: visits.length,
    workers: workers.length,
    nodes: visits.length + 2 * workers.length,
    ...matrices,
    service: Float64Array.from(visits, (visit) => visit.duration),
    open: Float64Array.from(windows, (list) => list[0]?.open ?? Infinity),
    close: Float64Array.from(windows, (list) => list.at(-1)?.close ?? -Infinity),
    windowAt: offsets(windows),
    windowOpen: Float64Array.from(windows.flat(), (window) => window.open),
    windowClose: Float64Array.from(windows.flat(), (window) => window.close),
    weight: Float64Array.from(visits, (visit) => visit.priority ?? 1),
    load: Float64Array.from(visits, (visit) => visit.load ?? 0),
    pinned: Uint8Array.from(visits, (visit) => (visit.pinned ? 1 : 0)),
    shiftStart: Float64Array.from(days, (day) => day.start),
    shiftEnd: Float64Array.from(days, (day) => day.end),
    breakAt: offsets(breaks),
    breakStart: Float64Array.from(breaks.flat(), (one) => one.start),
    breakEnd: Float64Array.from(breaks.flat(), (one) => one.end),
    capacity: Float64Array.from(workers, (worker) => worker.capacity ?? Infinity),
    kind: kindsOf(workers),
    mayAt: offsets(may),
    may: Int32Array.from(may.flat()),
    mayBe: permissionTable(may, workers.length),
    near: nearest(visits, problem.travel),
  }
  acceptPinned(compiled)
  stayAtHome(compiled)
  return compiled
}

const sortedWindows = ({ windows, pinned }: RouteVisit) => {
  const sorted = windows.filter((one) => one.open <= one.close).toSorted((a, b) => a.open - b.open)
  const first = sorted[0]
  return pinned && first ? [{ open: first.open, close: first.open }] : sorted
}

/** A shift that reaches over the worker's pinned visits; outside its own hours nobody works. */
const dayOf = ({ id, shift, breaks = [] }: RouteWorker, visits: readonly RouteVisit[]) => {
  const pins = visits.filter(({ pinned, only }) => pinned && only?.[0] === id)
  const start = Math.min(shift.start, ...pins.map((visit) => firstOpening(visit)))
  const end = Math.max(shift.end, ...pins.map((visit) => firstOpening(visit) + visit.duration))
  const off = [
    { start, end: shift.start },
    { start: shift.end, end },
  ]
  return { start, end, breaks: merge([...breaks, ...off]) }
}

const firstOpening = ({ windows }: RouteVisit): number =>
  Math.min(...windows.map(({ open }) => open))

const offsets = (lists: readonly (readonly unknown[])[]): Int32Array => {
  const at = new Int32Array(lists.length + 1)
  lists.forEach((list, index) => {
    at[index + 1] = (at[index] as number) + list.length
  })
  return at
}

const eligible = (visit: RouteVisit, workers: readonly RouteWorker[]): number[] =>
  workers.flatMap((worker, index) => {
    const chosen = !visit.only || visit.only.includes(worker.id)
    const skilled =
      visit.pinned || (visit.skills ?? []).every((skill) => worker.skills?.includes(skill))
    return chosen && skilled ? [index] : []
  })

const permissionTable = (may: readonly number[][], workers: number): Uint8Array => {
  const table = new Uint8Array(may.length * workers)
  may.forEach((list, visit) => {
    for (const worker of list) table[visit * workers + worker] = 1
  })
  return table
}

const kindsOf = (workers: readonly RouteWorker[]): Int32Array => {
  const kinds = new Map<string, number>()
  return Int32Array.from(workers, ({ shift, breaks, from, to, capacity, skills }) => {
    const key = JSON.stringify([shift, breaks, from, to, capacity, skills])
    const kind = kinds.get(key) ?? kinds.size
    kinds.set(key, kind)
    return kind
  })
}

const nodeMatrices = ({ workers, visits, travel }: RouteProblem) => {
  const places = [
    ...visits.map((visit) => visit.place),
    ...workers.map((worker) => worker.from ?? -1),
    ...workers.map((worker) => worker.to ?? -1),
  ]
  const size = places.length
  const spread = (matrix: Float64Array, isTurned: boolean): Float64Array => {
    const out = new Float64Array(size * size)
    for (let row = 0; row < size; row += 1) {
      const a = places[row] as number
      if (a < 0) continue
      for (let column = 0; column < size; column += 1) {
        const b = places[column] as number
        if (b < 0) continue
        out[row * size + column] = matrix[
          isTurned ? b * travel.places + a : a * travel.places + b
        ] as number
      }
    }
    return out
  }
  // Small matrices stay in the processor's cache: the same numbers are kept once.
  const duration = spread(travel.duration, false)
  const isChanged = visits.some((visit) => visit.pinned)
  const isTurnedAlike = !isChanged && isSymmetric(travel.duration, travel.places)
  const durationInto = isTurnedAlike ? duration : spread(travel.duration, true)
  if (travel.cost === travel.duration && !isChanged) {
    return { duration, durationInto, cost: duration, costInto: durationInto }
  }
  const cost = spread(travel.cost, false)
  const costInto = isSymmetric(travel.cost, travel.places) ? cost : spread(travel.cost, true)
  return { duration, durationInto, cost, costInto }
}

const isSymmetric = (matrix: Float64Array, size: number): boolean => {
  for (let a = 0; a < size; a += 1) {
    for (let b = 0; b < a; b += 1) {
      if (matrix[a * size + b] !== matrix[b * size + a]) return false
    }
  }
  return true
}

/** Steps into which the longest leg is divided to sort by; finer ones would not change a plan. */
const steps = 2 ** 30

const nearest = (visits: readonly RouteVisit[], travel: TravelMatrix): Int32Array => {
  const count = visits.length
  const near = new Int32Array(count * count)
  // Distance and index in one number: sorting numbers needs no call for each comparison.
  const keys = new Float64Array(count)
  const scale =
    steps /
    Math.max(
      1e-9,
      travel.cost.reduce((most, one) => Math.max(most, one), 0),
    )
  visits.forEach(({ place }, index) => {
    visits.forEach((other, at) => {
      const cost = travel.cost[place * travel.places + other.place] as number
      keys[at] = Math.floor(cost * scale) * count + at
    })
    keys[index] = -1
    keys.sort()
    near[index * count] = index
    for (let at = 1; at < count; at += 1) near[index * count + at] = (keys[at] as number) % count
  })
  return near
}

/** Whoever has no visits does not travel, even where the day would end elsewhere. */
const stayAtHome = ({ visits, workers, nodes, cost, costInto }: CompiledProblem): void => {
  for (let worker = 0; worker < workers; worker += 1) {
    const [start, end] = [visits + worker, visits + workers + worker]
    cost[start * nodes + end] = 0
    costInto[end * nodes + start] = 0
  }
}

/**
 * What stays, stays whatever the clock says: the leg between two neighbouring pinned visits, or
 * between one and an end of the day, is never too late.
 */
const acceptPinned = (problem: CompiledProblem): void => {
  const { visits, workers, nodes, duration, durationInto, open } = problem
  const accept = (from: number, to: number) => {
    duration[from * nodes + to] = tolerated
    durationInto[to * nodes + from] = tolerated
  }
  const last = new Int32Array(workers).fill(-1)
  const inOrder = Array.from({ length: visits }, (_, visit) => visit)
    .filter((visit) => problem.pinned[visit])
    .toSorted((a, b) => (open[a] as number) - (open[b] as number))
  for (const visit of inOrder) {
    const worker = problem.may[problem.mayAt[visit] as number]
    if (worker === undefined) continue
    problem.kind[worker] = workers + worker
    accept(visits + worker, visit)
    accept(visit, visits + workers + worker)
    if ((last[worker] as number) >= 0) accept(last[worker] as number, visit)
    last[worker] = visit
  }
}
