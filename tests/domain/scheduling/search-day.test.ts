import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  changesOf,
  currentPlanOf,
  dayPlanOf,
  travelOf,
} from '../../../src/domain/scheduling/routes/day-plan.ts'
import { gridMinutes } from '../../../src/domain/scheduling/routes/day-problem.ts'
import { dayTravel } from '../../../src/domain/scheduling/routes/day-travel.ts'
import type { DayVisit, RouteDay } from '../../../src/domain/scheduling/routes/route-day.ts'
import { searchDay } from '../../../src/domain/scheduling/routes/search-day.ts'

const minuteMs = 60_000
const start = Date.parse('2026-11-23T13:00:00Z')
const at = (minutes: number) => start + minutes * minuteMs
const span = { start, end: at(1440) }
const travel = { speedKmh: 40, roadFactor: 1.3 }
const people = ['ann', 'bob', 'cat']

const point = fc.option(
  fc.record({
    lat: fc.double({ min: -34, max: -33.7, noNaN: true }),
    lng: fc.double({ min: 151, max: 151.3, noNaN: true }),
  }),
)

const visit = (index: number): fc.Arbitrary<DayVisit> =>
  fc
    .record({
      from: fc.integer({ min: 300, max: 1100 }),
      minutes: fc.integer({ min: 5, max: 150 }),
      buffers: fc.tuple(fc.constantFrom(0, 5, 15), fc.constantFrom(0, 10)),
      holder: fc.option(fc.constantFrom(...people)),
      eligible: fc.subarray(people),
      coordinates: point,
      hold: fc.option(fc.constantFrom('confirmed', 'crew', 'past', 'under-way'), { freq: 2 }),
      isTimeFixed: fc.boolean(),
      status: fc.constantFrom('pending', 'confirmed'),
    })
    .map((one) => ({
      id: `visit-${index}`,
      version: 1,
      booking: { id: `booking-${index}`, number: `B-${index}` },
      service: 'Service',
      customer: 'Customer',
      place: 'Place',
      status: one.status,
      start: at(one.from),
      end: at(one.from + one.minutes),
      bufferBefore: one.buffers[0] * minuteMs,
      bufferAfter: one.buffers[1] * minuteMs,
      fieldworker: one.holder ? { id: one.holder, name: one.holder } : null,
      coordinates: one.coordinates,
      eligible: one.eligible,
      hold: one.hold as DayVisit['hold'],
      isTimeFixed: one.isTimeFixed || one.hold !== null,
      open: [{ start: at(360), end: at(1200) }],
    }))

/** Days as people really have them: overlaps, no time to travel, work outside hours. */
const days: fc.Arbitrary<RouteDay> = fc
  .record({
    visits: fc.integer({ min: 0, max: 14 }),
    homes: fc.array(point, { minLength: 3, maxLength: 3 }),
    hours: fc.array(
      fc.tuple(fc.integer({ min: 300, max: 700 }), fc.integer({ min: 0, max: 600 })),
      {
        minLength: 3,
        maxLength: 3,
      },
    ),
    lunch: fc.boolean(),
  })
  .chain(({ visits, homes, hours, lunch }) =>
    fc.tuple(...Array.from({ length: visits }, (_, index) => visit(index))).map((list) => ({
      date: '2026-11-24',
      timezone: 'Australia/Sydney',
      span,
      travel,
      visits: list,
      people: people.map((id, index) => {
        const [from = 0, length = 0] = hours[index] ?? []
        return {
          id,
          name: id,
          home: homes[index] ?? null,
          working: length > 0 ? [{ start: at(from), end: at(from + length) }] : [],
          busy: lunch ? [{ start: at(720), end: at(750) }] : [],
        }
      }),
    })),
  )

const plan = (day: RouteDay) => {
  const search = searchDay({ day, seed: 1 })
  for (let done = 0; done < 10; done += 1) search.step({ iterations: 30, progress: done / 10 })
  return dayPlanOf(day, search.plan())
}

test('no one loses a visit to a plan, whatever the day looks like', () => {
  fc.assert(
    fc.property(days, (day) => {
      const left = new Set(plan(day).unserved.map((one) => one.visit))
      for (const { id, fieldworker } of day.visits) if (fieldworker) expect(left).not.toContain(id)
    }),
    { numRuns: 150 },
  )
})

test('a plan changes only what may change, to people who may and to times that are offered', () => {
  fc.assert(
    fc.property(days, (day) => {
      for (const { visit: was, person, start: to, end } of changesOf(day, plan(day))) {
        expect(was.eligible).toContain(person)
        expect(end - to).toBe(was.end - was.start)
        if (was.fieldworker) expect(was.hold).toBeNull()
        if (was.isTimeFixed) expect(to).toBe(was.start)
        else if (to !== was.start) expect((to - start) % (gridMinutes * minuteMs)).toBe(0)
      }
    }),
    { numRuns: 150 },
  )
})

test('what moved lies in working hours, apart from the others with the way between', () => {
  fc.assert(
    fc.property(days, (day) => {
      const found = plan(day)
      const { minutesBetween } = dayTravel(day.travel)
      const changed = new Set(changesOf(day, found).map((change) => change.visit.id))
      for (const { person, stops } of found.routes) {
        const hours = day.people.find(({ id }) => id === person)?.working ?? []
        for (const [index, stop] of stops.entries()) {
          const isOpen = hours.some((one) => one.start <= stop.start && stop.end <= one.end)
          if (changed.has(stop.visit)) expect(isOpen).toBe(true)
          const next = stops[index + 1]
          if (!next || !(changed.has(stop.visit) || changed.has(next.visit))) continue
          const [a, b] = [stop, next].map(
            (one) => day.visits.find(({ id }) => id === one.visit)?.coordinates,
          )
          const way = a && b ? Math.floor(minutesBetween(a, b)) * minuteMs : 0
          expect(next.start - stop.end).toBeGreaterThanOrEqual(way)
        }
      }
    }),
    { numRuns: 150 },
  )
})

test('a day that works out as it is never gets more travel, nor less work', () => {
  fc.assert(
    fc.property(days, (day) => {
      const search = searchDay({ day, seed: 1 })
      const first = dayPlanOf(day, search.plan())
      const isKept = changesOf(day, first).every(({ visit: was }) => was.fieldworker === null)
      fc.pre(isKept)
      search.step({ iterations: 300, progress: 0.5 })
      const found = dayPlanOf(day, search.plan())
      const sum = (of: typeof found) =>
        [...travelOf(day, of, dayTravel(travel)).values()].reduce(
          (total, one) => total + one.travelMinutes,
          0,
        )

      expect(found.unserved.length).toBeLessThanOrEqual(currentPlanOf(day).unserved.length)
      // The way to and from a place that nobody knows costs a plan nothing, a journey past it does.
      const isKnown = day.visits.every(({ coordinates }) => coordinates !== null)
      if (isKnown && found.unserved.length === first.unserved.length) {
        expect(sum(found)).toBeLessThanOrEqual(sum(first) + 1e-6)
      }
    }),
    { numRuns: 100 },
  )
})
