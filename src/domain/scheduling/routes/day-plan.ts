import type { DayTravel } from './day-travel.ts'
import { lengthOfWay } from './day-travel.ts'
import { instantIn } from './day-problem.ts'
import type { DayPerson, DayVisit, RouteDay } from './route-day.ts'
import type { RoutePlan, UnservedReason } from './route-plan.ts'

/** A proposed day in instants (epoch ms). */
export type DayPlan = {
  routes: { person: string; stops: { visit: string; start: number; end: number }[] }[]
  unserved: { visit: string; reason: UnservedReason }[]
}

/** The plan of a search over `dayProblem`, back on the calendar; visits keep their length. */
export const dayPlanOf = (day: RouteDay, plan: RoutePlan): DayPlan => {
  const lengths = new Map(day.visits.map(({ id, start, end }) => [id, end - start]))
  return {
    routes: plan.routes.map(({ worker, stops }) => ({
      person: worker,
      stops: stops.map(({ visit, start: at }) => {
        const start = instantIn(day, at)
        return { visit, start, end: start + (lengths.get(visit) ?? 0) }
      }),
    })),
    unserved: plan.unserved,
  }
}

/** The day as it is, in the same words. */
export const currentPlanOf = (day: RouteDay): DayPlan => ({
  routes: day.people.map(({ id }) => ({
    person: id,
    stops: day.visits
      .filter((visit) => visit.fieldworker?.id === id)
      .toSorted((a, b) => a.start - b.start)
      .map(({ id: visit, start, end }) => ({ visit, start, end })),
  })),
  unserved: day.visits
    .filter((visit) => !visit.fieldworker)
    .map(({ id }) => ({ visit: id, reason: 'no-room' })),
})

/** A stop that differs from the day as it is. */
export type DayChange = { visit: DayVisit; person: string; start: number; end: number }

/** What applying a plan would assign, reassign or move. */
export const changesOf = (day: RouteDay, plan: DayPlan): DayChange[] => {
  const visits = new Map(day.visits.map((visit) => [visit.id, visit]))
  return plan.routes.flatMap(({ person, stops }) =>
    stops.flatMap(({ visit: id, start, end }) => {
      const visit = visits.get(id)
      if (!visit || (visit.fieldworker?.id === person && visit.start === start)) return []
      return [{ visit, person, start, end }]
    }),
  )
}

/**
 * Who hears of these changes: customers whose time changes, and everybody who gains, loses or keeps
 * a changed visit.
 */
export const toldOf = (
  day: RouteDay,
  changes: readonly DayChange[],
): { customers: string[]; fieldworkers: string[] } => {
  const names = new Map(day.people.map(({ id, name }) => [id, name]))
  const moved = changes.filter(({ visit, start }) => visit.start !== start)
  const people = changes.flatMap(({ visit, person }) => [
    names.get(person) ?? '',
    visit.fieldworker?.name ?? '',
  ])
  const once = (list: string[]) => [...new Set(list.filter(Boolean))].toSorted()
  return { customers: once(moved.map(({ visit }) => visit.customer)), fieldworkers: once(people) }
}

/** Minutes and kilometres of each person's day, home and back included, by person. */
export const travelOf = (
  day: RouteDay,
  plan: DayPlan,
  travel: DayTravel,
): Map<string, { travelMinutes: number; distanceKm: number }> => {
  const visits = new Map(day.visits.map((visit) => [visit.id, visit]))
  const homes = new Map(day.people.map((person: DayPerson) => [person.id, person.home]))
  return new Map(
    plan.routes.map(({ person, stops }) => {
      const home = homes.get(person) ?? null
      const points = stops.map((stop) => visits.get(stop.visit)?.coordinates ?? null)
      const way = stops.length > 0 ? [home, ...points, home] : []
      return [
        person,
        lengthOfWay(
          way.filter((point) => point !== null),
          travel,
        ),
      ]
    }),
  )
}
