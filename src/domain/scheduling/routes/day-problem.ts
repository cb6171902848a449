import type { Coordinates } from '../distance.ts'
import { type Interval, merge, subtract } from '../intervals.ts'
import { dayTravel } from './day-travel.ts'
import type { DayPerson, DayVisit, RouteDay } from './route-day.ts'
import type { RouteProblem, RouteVisit, RouteWorker, StartWindow } from './route-problem.ts'

/** Proposed starts lie on it, as offered ones do. */
export const gridMinutes = 5

/** Visits that somebody has are never given up for new ones, whatever those count. */
const heldPriority = 1_000_000
const confirmedPriority = 3

const minuteMs = 60_000

/** Minutes since the day began. */
const minutesIn = (day: RouteDay, instant: number) => (instant - day.span.start) / minuteMs

/** A time of the problem as epoch ms. */
export const instantIn = (day: RouteDay, minutes: number): number =>
  day.span.start + Math.round(minutes * minuteMs)

/**
 * A day as a route problem in minutes. The way from home and back is travel to be kept short, but
 * happens outside the working hours; between two visits lies the way or their buffers, whichever
 * is longer. `pinned` names further visits that have to stay.
 */
export const dayProblem = (
  day: RouteDay,
  { pinned }: { pinned: ReadonlySet<string> },
): RouteProblem => {
  const homes = day.people.length
  const visits = day.visits.map((visit, index) =>
    routeVisit(day, visit, { place: homes + index, pinned }),
  )
  const clear = {
    before: Math.max(0, ...day.visits.map((visit) => visit.bufferBefore)),
    after: Math.max(0, ...day.visits.map((visit) => visit.bufferAfter)),
  }
  const workers = day.people.map((person, index) =>
    routeWorker(day, person, { place: index, clear }),
  )
  return { workers, visits, travel: matrixOf(day) }
}

const routeWorker = (
  day: RouteDay,
  { id, working, busy }: DayPerson,
  { place, clear }: { place: number; clear: { before: number; after: number } },
): RouteWorker => {
  const first = working[0]?.start ?? day.span.start
  const last = working.at(-1)?.end ?? day.span.start
  const taken = busy.map(({ start, end }) => ({
    start: start - clear.after,
    end: end + clear.before,
  }))
  const off = subtract([{ start: first, end: last }], working)
  const breaks = merge([...off, ...taken]).map((span) => ({
    start: Math.floor(minutesIn(day, span.start) / gridMinutes) * gridMinutes,
    end: onGrid(minutesIn(day, span.end)),
  }))
  const start = onGrid(minutesIn(day, first))
  const end = Math.floor(minutesIn(day, last) / gridMinutes) * gridMinutes
  const shift = { start, end: Math.max(start, end) }
  return { id, shift, breaks, from: place, to: place }
}

const routeVisit = (
  day: RouteDay,
  visit: DayVisit,
  { place, pinned }: { place: number; pinned: ReadonlySet<string> },
): RouteVisit => {
  const held = visit.fieldworker
  // Whoever may not do it by today's rules keeps it as it is: no command would give it again.
  const isPinned =
    held !== null &&
    (visit.hold !== null || pinned.has(visit.id) || !visit.eligible.includes(held.id))
  const isFixed = isPinned || visit.isTimeFixed
  const [start, end] = [minutesIn(day, visit.start), minutesIn(day, visit.end)]
  // The next one starts on the grid, however odd the length of this one or its start.
  const duration = isFixed ? onGrid(end) - start : onGrid(end - start)
  const own = visit.status === 'confirmed' ? confirmedPriority : 1
  return {
    id: visit.id,
    place,
    duration,
    windows: isFixed ? [{ open: start, close: start }] : windowsOf(day, visit, duration),
    only: isPinned ? [held.id] : visit.eligible,
    priority: held ? heldPriority : own,
    ...(isPinned && { pinned: true }),
  }
}

const onGrid = (minutes: number): number => Math.ceil(minutes / gridMinutes) * gridMinutes

const windowsOf = (day: RouteDay, visit: DayVisit, duration: number): StartWindow[] =>
  visit.open.flatMap((span: Interval) => {
    const open = onGrid(minutesIn(day, span.start))
    const close = Math.floor((minutesIn(day, span.end) - duration) / gridMinutes) * gridMinutes
    return open <= close ? [{ open, close }] : []
  })

/** Homes first, then the visits; what has no known point is next door to everything. */
const matrixOf = (day: RouteDay) => {
  const { minutesBetween } = dayTravel(day.travel)
  const points: (Coordinates | null)[] = [
    ...day.people.map((person) => person.home),
    ...day.visits.map((visit) => visit.coordinates),
  ]
  const [homes, places] = [day.people.length, points.length]
  const [cost, duration] = [new Float64Array(places ** 2), new Float64Array(places ** 2)]
  for (const [from, a] of points.entries()) {
    for (const [to, b] of points.entries()) {
      if (from === to) continue
      const minutes = a && b ? minutesBetween(a, b) : 0
      cost[from * places + to] = minutes
      const [before, after] = [day.visits[from - homes], day.visits[to - homes]]
      if (!before || !after) continue
      const buffers = (before.bufferAfter + after.bufferBefore) / minuteMs
      duration[from * places + to] = onGrid(Math.max(Math.floor(minutes), buffers))
    }
  }
  return { places, duration, cost }
}
