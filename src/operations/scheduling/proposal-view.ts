import type { ProposedStop, RouteProposal } from '../../contracts/scheduling/routes.ts'
import type { StoredProposal } from '../../database/scheduling/route-proposals.ts'
import {
  changesOf,
  currentPlanOf,
  type DayPlan,
  toldOf,
  travelOf,
} from '../../domain/scheduling/routes/day-plan.ts'
import {
  type DayTravel,
  dayTravel,
  lengthOfWay,
} from '../../domain/scheduling/routes/day-travel.ts'
import type { DayPerson, DayVisit } from '../../domain/scheduling/routes/route-day.ts'
import type { UnservedReason } from '../../domain/scheduling/routes/route-plan.ts'

const minuteMs = 60_000
const iso = (instant: number) => new Date(instant).toISOString()
const tenth = (value: number) => Math.round(value * 10) / 10
const rounded = ({ travelMinutes, distanceKm }: { travelMinutes: number; distanceKm: number }) => ({
  travelMinutes: tenth(travelMinutes),
  distanceKm: tenth(distanceKm),
})
const none = { travelMinutes: 0, distanceKm: 0 }

const reasons: Record<UnservedReason, string> = {
  'nobody-eligible': 'No one available does this service here.',
  'outside-hours': 'No one who does it is free when it can take place.',
  'no-room': 'There is no room left for it on this day.',
}

/** A stored proposal as the panel reads it: the best plan so far beside the day as it is. */
export const proposalView = (proposal: StoredProposal): RouteProposal => {
  const { day } = proposal
  const travel = dayTravel(day.travel)
  const current = currentPlanOf(day)
  const plan = proposal.plan ?? current
  const changes = changesOf(day, plan)
  const [before, after] = [travelOf(day, current, travel), travelOf(day, plan, travel)]
  const visits = new Map(day.visits.map((visit) => [visit.id, visit]))
  return {
    id: proposal.id,
    date: day.date,
    timezone: day.timezone,
    state: proposal.state,
    progress: proposal.progress,
    createdAt: proposal.createdAt,
    by: proposal.by,
    moveTimes: proposal.moveTimes,
    note: proposal.note,
    before: { ...totalOf(before), unserved: current.unserved.length },
    after: { ...totalOf(after), unserved: plan.unserved.length },
    changes: changes.length,
    told: toldOf(day, changes),
    routes: day.people.map((person) => {
      const stops = plan.routes.find((route) => route.person === person.id)?.stops ?? []
      return {
        id: person.id,
        name: person.name,
        before: rounded(before.get(person.id) ?? none),
        after: rounded(after.get(person.id) ?? none),
        ...journeyOf(person, { stops, visits, travel }),
      }
    }),
    unserved: plan.unserved.flatMap(({ visit: id, reason }) => {
      const visit = visits.get(id)
      return visit ? [{ ...described(visit), reason, because: reasons[reason] }] : []
    }),
  }
}

const totalOf = (routes: Map<string, { travelMinutes: number; distanceKm: number }>) =>
  rounded(
    [...routes.values()].reduce(
      (sum, one) => ({
        travelMinutes: sum.travelMinutes + one.travelMinutes,
        distanceKm: sum.distanceKm + one.distanceKm,
      }),
      none,
    ),
  )

const described = (visit: DayVisit) => ({
  id: visit.id,
  booking: visit.booking,
  service: visit.service,
  customer: visit.customer,
  place: visit.place,
  coordinates: visit.coordinates,
  status: visit.status,
  was: { start: iso(visit.start), end: iso(visit.end), fieldworker: visit.fieldworker },
})

type Stop = DayPlan['routes'][number]['stops'][number]

const stopView = (visit: DayVisit, { start, end }: Stop, person: DayPerson) => ({
  ...described(visit),
  start: iso(start),
  end: iso(end),
  pinned: visit.fieldworker ? visit.hold : null,
  isReassigned: visit.fieldworker?.id !== person.id,
  isRetimed: visit.start !== start,
})

/** One day on the road: left as late as the first visit allows, every arrival after that. */
const journeyOf = (
  person: DayPerson,
  input: {
    stops: Stop[]
    visits: Map<string, DayVisit>
    travel: DayTravel
  },
) => {
  let point = person.home
  let free = -Infinity
  let leave: number | null = null
  const stops = input.stops.flatMap((stop): ProposedStop[] => {
    const visit = input.visits.get(stop.visit)
    if (!visit) return []
    const way = lengthOfWay(
      [point, visit.coordinates].filter((one) => one !== null),
      input.travel,
    )
    leave ??= stop.start - way.travelMinutes * minuteMs
    const arrive = Math.max(leave, free) + way.travelMinutes * minuteMs
    point = visit.coordinates ?? point
    free = stop.end
    return [{ ...stopView(visit, stop, person), ...rounded(way), arrive: iso(arrive) }]
  })
  if (leave === null) return { leave: null, back: null, stops }
  const home = lengthOfWay(
    [point, person.home].filter((one) => one !== null),
    input.travel,
  )
  return { leave: iso(leave), back: iso(free + home.travelMinutes * minuteMs), stops }
}
