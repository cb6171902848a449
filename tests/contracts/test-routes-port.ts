import { afterEach, describe, expect, test } from 'vitest'
import type { RouteProblem } from '../../src/domain/scheduling/routes/route-problem.ts'
import type { RouteSolverPort } from '../../src/ports/routes.ts'
import {
  type FaultyServer,
  faultyServer,
  type Reply,
  wrongReplies,
} from '../support/faulty-server.ts'

/** Stops by the position of worker and visit in the problem, minutes as in the problem. */
type Plan = { worker: number; stops: { visit: number; start: number }[] }[]

type Given = {
  name: string
  /** The adapter, asking a server at this address. */
  create: (url: string) => RouteSolverPort
  /** How the provider says this plan. */
  answer: (plan: Plan) => unknown
}

const problem: RouteProblem = {
  workers: [
    { id: 'ann', shift: { start: 480, end: 1080 }, from: 0, breaks: [{ start: 720, end: 780 }] },
    { id: 'bob', shift: { start: 480, end: 1080 }, skills: ['gas'] },
  ],
  visits: [
    { id: 'one', place: 0, duration: 60, windows: [{ open: 480, close: 1020 }], only: ['ann'] },
    { id: 'two', place: 1, duration: 30, windows: [{ open: 600, close: 600 }], skills: ['gas'] },
    { id: 'three', place: 1, duration: 30, windows: [{ open: 480, close: 1020 }], priority: 5 },
  ],
  travel: {
    places: 2,
    duration: new Float64Array([0, 20, 25, 0]),
    cost: new Float64Array([0, 20, 25, 0]),
  },
}

/** What every adapter of the route port passes. */
export const testRoutesPort = ({ name, create, answer }: Given) =>
  describe(`the route port of ${name}`, () => {
    let server: FaultyServer | undefined
    afterEach(() => server?.stop())

    const solve = async (reply: Reply, seconds = 5) => {
      server = await faultyServer(reply)
      return create(server.url).solve(problem, { seconds })
    }
    const says = (plan: Plan): Reply => ({ status: 200, body: JSON.stringify(answer(plan)) })

    test('has a name and takes more than one visit', () => {
      const { name: shown, maximumVisits } = create('http://127.0.0.1:1/')

      expect(shown.length).toBeGreaterThan(0)
      expect(maximumVisits).toBeGreaterThan(1)
    })

    test('answers who goes where and when, in the words of the problem', async () => {
      const plan = [
        { worker: 0, stops: [{ visit: 0, start: 480 }] },
        {
          worker: 1,
          stops: [
            { visit: 2, start: 540.5 },
            { visit: 1, start: 600 },
          ],
        },
      ]

      expect(await solve(says(plan))).toEqual({
        routes: [
          { worker: 'ann', stops: [{ visit: 'one', start: 480 }] },
          {
            worker: 'bob',
            stops: [
              { visit: 'three', start: 540.5 },
              { visit: 'two', start: 600 },
            ],
          },
        ],
      })
    })

    test('leaves out people and visits that are not in the problem', async () => {
      const plan = [
        { worker: 7, stops: [{ visit: 0, start: 480 }] },
        { worker: 0, stops: [{ visit: 9, start: 480 }] },
      ]
      const solved = await solve(says(plan))

      expect(solved?.routes.flatMap(({ stops }) => stops)).toEqual([])
    })

    test('takes an empty plan for a plan', async () => {
      expect(await solve(says([]))).toEqual({ routes: [] })
    })

    test.each(wrongReplies)('says nothing after %s', async (_what, reply) => {
      expect(await solve(reply)).toBeNull()
    })

    test('says nothing while there is no server', async () => {
      expect(await create('http://127.0.0.1:1/').solve(problem, { seconds: 1 })).toBeNull()
    })

    test('says nothing when no answer comes in the time it is given', async () => {
      const started = performance.now()

      expect(await solve('hang', 0.2)).toBeNull()
      expect(performance.now() - started).toBeLessThan(3000)
    })
  })
