import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RoutePlan } from '../../../src/domain/scheduling/routes/route-plan.ts'
import type { RouteProblem } from '../../../src/domain/scheduling/routes/route-problem.ts'
import { createRouteSearch } from '../../../src/domain/scheduling/routes/search-routes.ts'
import { verifyPlan } from '../../../src/domain/scheduling/routes/verify-plan.ts'
import { routeWorlds, travelBetween } from './route-worlds.ts'

const solve = (problem: RouteProblem, { seed = 1, iterations = 300 } = {}): RoutePlan => {
  const search = createRouteSearch({ problem, seed })
  for (let done = 0; done < iterations; done += 50) {
    search.step({ iterations: 50, progress: done / iterations })
  }
  return search.plan()
}

const stopsOf = (plan: RoutePlan) =>
  Object.fromEntries(
    plan.routes.map(({ worker, stops }) => [worker, stops.map((stop) => stop.visit)]),
  )

const window = { open: 0, close: 480 }

/** One person who works from 0 to 480 and visits along a line, a minute apart each. */
const line = (input: Partial<RouteProblem> = {}): RouteProblem => ({
  workers: [{ id: 'ann', shift: { start: 0, end: 480 }, from: 0, to: 0 }],
  visits: [3, 1, 2].map((place) => ({ id: `at-${place}`, place, duration: 30, windows: [window] })),
  travel: travelBetween([0, 1, 2, 3, 4, 5].map((x) => [x * 10, 0] as const)),
  ...input,
})

describe('a plan', () => {
  test('is right by every rule, in any world, from the first one on', () => {
    fc.assert(
      fc.property(routeWorlds, fc.nat(1000), (problem, seed) => {
        expect(verifyPlan(problem, createRouteSearch({ problem, seed }).plan())).toEqual([])
        expect(verifyPlan(problem, solve(problem, { seed }))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('is right where the way past a third place is shorter than the way there', () => {
    const [home, far, near, unknown] = [0, 1, 2, 3]
    const minutes = new Float64Array(16)
    minutes[far * 4 + near] = 100
    minutes[near * 4 + far] = 100
    const cost = new Float64Array(16)
    cost[home * 4 + unknown] = 15
    cost[far * 4 + unknown] = 10
    cost[unknown * 4 + near] = 10
    const pinned = { id: 'far', place: far, duration: 30, windows: [{ open: 0, close: 0 }] }
    const problem: RouteProblem = {
      workers: [
        { id: 'ann', shift: { start: 0, end: 100 }, from: home, to: home },
        { id: 'bob', shift: { start: 0, end: 100 }, from: home, to: home },
      ],
      visits: [
        { ...pinned, only: ['ann'], pinned: true },
        { id: 'near', place: near, duration: 30, windows: [window], only: ['ann'] },
        { id: 'unknown', place: unknown, duration: 30, windows: [window] },
      ],
      travel: { places: 4, duration: minutes, cost },
    }
    for (let seed = 1; seed <= 20; seed += 1) {
      expect(verifyPlan(problem, solve(problem, { seed }))).toEqual([])
    }
  })

  test('is the same for the same seed and steps', () => {
    fc.assert(
      fc.property(routeWorlds, fc.nat(1000), (problem, seed) => {
        expect(solve(problem, { seed })).toEqual(solve(problem, { seed }))
      }),
      { numRuns: 30 },
    )
  })

  test('never gets worse while the search goes on', () => {
    fc.assert(
      fc.property(routeWorlds, (problem) => {
        const search = createRouteSearch({ problem, seed: 3 })
        for (let turn = 0; turn < 10; turn += 1) {
          const before = search.score()
          search.step({ iterations: 30, progress: turn / 10 })
          const after = search.score()

          expect(after.unservedPriority).toBeLessThanOrEqual(before.unservedPriority)
          if (after.unservedPriority === before.unservedPriority) {
            expect(after.travel).toBeLessThanOrEqual(before.travel + 1e-6)
          }
          expect(search.plan().travel).toBeCloseTo(after.travel, 6)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('serves every pinned visit, by its person at its time', () => {
    fc.assert(
      fc.property(routeWorlds, (problem) => {
        const plan = solve(problem)
        const left = new Set(plan.unserved.map(({ visit }) => visit))
        const isLight = problem.workers.every(({ capacity }) => capacity === undefined)
        const pins = problem.visits.filter(({ pinned }) => pinned)
        if (isLight) for (const { id } of pins) expect(left.has(id)).toBe(false)
      }),
      { numRuns: 100 },
    )
  })

  test('visits in the order of the shortest way', () => {
    const plan = solve(line())
    expect(plan.travel).toBe(60)
    expect(['at-1,at-2,at-3', 'at-3,at-2,at-1']).toContain(stopsOf(plan)['ann']?.join())
  })

  test('starts no worse than the day as it is', () => {
    const current = new Map([['ann', ['at-3', 'at-1', 'at-2']]])
    const search = createRouteSearch({ problem: line(), seed: 1, current })
    expect(stopsOf(search.plan())['ann']).toEqual(['at-3', 'at-1', 'at-2'])
    expect(search.score().travel).toBe(80)
  })

  test('leaves out what counts least where not everything fits', () => {
    const visits = [1, 2, 3].map((place) => ({
      id: `at-${place}`,
      place,
      duration: 200,
      windows: [window],
      priority: place === 3 ? 5 : 2,
    }))
    const plan = solve(line({ visits }))
    expect(plan.unserved).toHaveLength(1)
    expect(plan.unserved[0]?.visit).not.toBe('at-3')
    expect(plan.unserved[0]?.reason).toBe('no-room')
  })

  test('sends home in time, and may end the day anywhere without a home', () => {
    const visits = [{ id: 'far', place: 5, duration: 400, windows: [window] }]
    const shift = { start: 0, end: 480 }
    const home = line({ visits, workers: [{ id: 'ann', shift, from: 0, to: 0 }] })
    const free = line({ visits, workers: [{ id: 'ann', shift, from: 0 }] })
    expect(solve(home).unserved).toEqual([{ visit: 'far', reason: 'outside-hours' }])
    expect(solve(free).unserved).toEqual([])
  })

  test('says who no one can do', () => {
    const visits = [{ id: 'gas', place: 1, duration: 10, windows: [window], skills: ['gas'] }]
    expect(solve(line({ visits })).unserved).toEqual([{ visit: 'gas', reason: 'nobody-eligible' }])
  })

  test('drives on after a break and works around it', () => {
    const workers = [
      { id: 'ann', shift: { start: 0, end: 480 }, breaks: [{ start: 5, end: 65 }], from: 0, to: 0 },
    ]
    const visits = [{ id: 'at-1', place: 1, duration: 30, windows: [window] }]
    const [route] = solve(line({ workers, visits })).routes
    expect(route?.stops[0]).toMatchObject({ start: 70, end: 100 })
    expect(route?.back).toBe(110)
  })

  test('uses the second window where the first is over', () => {
    const visits = [
      { id: 'early', place: 1, duration: 100, windows: [{ open: 0, close: 10 }] },
      {
        id: 'either',
        place: 1,
        duration: 10,
        windows: [
          { open: 0, close: 15 },
          { open: 300, close: 310 },
        ],
      },
    ]
    const plan = solve(line({ visits }))
    expect(plan.unserved).toEqual([])
    expect(plan.routes[0]?.stops.map((stop) => stop.start)).toEqual([10, 300])
  })

  test('keeps a pinned visit outside the shift and puts nothing else there', () => {
    const pin = { id: 'late', place: 1, duration: 30, windows: [{ open: 600, close: 600 }] }
    const rest = { id: 'rest', place: 2, duration: 30, windows: [{ open: 490, close: 560 }] }
    const plan = solve(line({ visits: [{ ...pin, only: ['ann'], pinned: true }, rest] }))
    expect(stopsOf(plan)['ann']).toEqual(['late'])
    expect(plan.unserved).toEqual([{ visit: 'rest', reason: 'outside-hours' }])
  })

  test('can be asked for at any time, also of an empty day', () => {
    expect(solve(line({ visits: [] })).travel).toBe(0)
    expect(solve(line({ workers: [] })).unserved).toHaveLength(3)
  })
})
