import { dayProblem } from './day-problem.ts'
import type { RouteDay } from './route-day.ts'
import type { RouteProblem } from './route-problem.ts'
import { createRouteSearch, type RouteSearch } from './search-routes.ts'

type SettledDay = { problem: RouteProblem; search: RouteSearch; held: ReadonlySet<string> }

/** So often single visits are pinned before everything of their people is. */
const rounds = 4

/**
 * A search that begins with the day as it is. What cannot be kept that way, since the way there is
 * too long or the hours are over, goes to somebody who can, or else is pinned where it is: nobody
 * loses a visit to a plan.
 */
export const searchDay = (input: { day: RouteDay; seed: number }): RouteSearch =>
  settledDay(input).search

/** The problem on which such a search works, with whose visits are to be kept. */
export const settledDay = (input: { day: RouteDay; seed: number }): SettledDay => {
  const { day, seed } = input
  const current = new Map(day.people.map(({ id }) => [id, visitsOf(day, id)]))
  const held = new Set([...current.values()].flat())
  const pinned = new Set<string>()
  for (let round = 1; ; round += 1) {
    const problem = dayProblem(day, { pinned })
    const search = createRouteSearch({ problem, seed, current })
    const lost = search.plan().unserved.flatMap(({ visit }) => (held.has(visit) ? [visit] : []))
    if (lost.length === 0 || round > rounds) return { problem, search, held }
    for (const visit of lost) pinned.add(visit)
    if (round < rounds) continue
    for (const visits of current.values()) {
      if (visits.some((visit) => pinned.has(visit))) for (const visit of visits) pinned.add(visit)
    }
  }
}

/** Ids of somebody's visits in the order in which they are now. */
const visitsOf = (day: RouteDay, person: string): string[] =>
  day.visits
    .filter((visit) => visit.fieldworker?.id === person)
    .toSorted((a, b) => a.start - b.start)
    .map((visit) => visit.id)
