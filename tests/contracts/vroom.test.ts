import type { Payload } from 'payload'
import { afterEach, describe, expect, test } from 'vitest'
import { vroomSolver } from '../../plugins/vroom/adapter.ts'
import type { DayPlan } from '../../src/domain/scheduling/routes/day-plan.ts'
import type { DayVisit, RouteDay } from '../../src/domain/scheduling/routes/route-day.ts'
import { searchRoutes } from '../../src/operations/scheduling/search-routes.ts'
import { testRoutesPort } from './test-routes-port.ts'
import { type AnsweringServer, answering } from '../support/answering-server.ts'

const hourMs = 3_600_000
const midnight = Date.parse('2026-11-22T13:00:00Z')
const at = (hour: number) => midnight + hour * hourMs
const [north, south] = [-33.7, -34.0]
const person = (id: string, lat: number) => ({
  id,
  name: id,
  home: { lat, lng: 151.2 },
  working: [{ start: at(8), end: at(18) }],
  busy: [{ start: at(12), end: at(13) }],
})
const visit = (id: string, lat: number, who: string | null): DayVisit => ({
  ...{ id, version: 1, booking: { id: `b-${id}`, number: 'B-1' }, service: 'Repair' },
  ...{ customer: 'Jo', place: 'Sydney', status: 'pending', bufferBefore: 0, bufferAfter: 0 },
  ...{ start: at(9), end: at(10), hold: null, isTimeFixed: false },
  fieldworker: who ? { id: who, name: who } : null,
  coordinates: { lat, lng: 151.2 },
  eligible: ['ann', 'bob'],
  open: [{ start: at(8), end: at(18) }],
})
/** Each lives at the other end of the town. */
const day: RouteDay = {
  date: '2026-11-23',
  timezone: 'Australia/Sydney',
  span: { start: midnight, end: at(24) },
  travel: { speedKmh: 40, roadFactor: 1.3 },
  people: [person('ann', north), person('bob', south)],
  visits: [visit('one', south, 'ann'), visit('two', north, 'bob')],
}

type Step = { type: string; id?: number; arrival: number; waiting_time?: number }
const job = (id: number, hour: number): Step => ({ type: 'job', id, arrival: hour * 3600 })
const told = (...routes: Step[][]) => ({
  status: 200,
  body: { code: 0, routes: routes.map((steps, vehicle) => ({ vehicle, steps })) },
})

let server: AnsweringServer | undefined
afterEach(() => server?.stop())

/** The last plan that is reported for the day, and the note with it. */
const search = async (url: string) => {
  const integrations = { routes: () => vroomSolver({ url }) }
  const payload = { config: { custom: { integrations } } } as unknown as Payload
  let last: { plan: DayPlan; note: string | null } | undefined
  await searchRoutes(
    payload,
    { day, seed: 1, seconds: 0.1 },
    {
      onReport: async (report) => {
        last = report
        return true
      },
    },
  )
  return last as NonNullable<typeof last>
}
const holders = ({ routes }: DayPlan) =>
  Object.fromEntries(
    routes.flatMap(({ person: who, stops }) => stops.map((stop) => [stop.visit, who])),
  )

describe('the order of a day from VROOM', () => {
  test('becomes the proposal when every rule of the day holds in it', async () => {
    server = await answering(told([job(1, 8)], [job(0, 14)]))

    const { plan, note } = await search(server.url)

    expect(note).toBe('Worked out by VROOM.')
    expect(holders(plan)).toEqual({ one: 'bob', two: 'ann' })
    expect(plan.routes.find(({ person: who }) => who === 'bob')?.stops[0]?.start).toBe(at(14))
    expect(server.asked[0]?.body).toMatchObject({
      vehicles: [
        { id: 0, time_window: [8 * 3600, 18 * 3600], skills: [1, 2] },
        { id: 1, breaks: [{ service: 3600, time_windows: [[12 * 3600, 12 * 3600]] }] },
      ],
      jobs: [{ id: 0, service: 3600, skills: [1] }, { id: 1 }],
    })
    expect(JSON.stringify(server.asked[0]?.body)).not.toMatch(/Jo|Sydney|b-one/)
  })

  test.each([
    ['has somebody work in a break', told([job(1, 11.5)], [job(0, 9)]), 'broke a rule of the day'],
    ['sends two at once', told([job(0, 9), job(1, 9)]), 'broke a rule of the day'],
    ['does a visit twice', told([job(0, 9)], [job(0, 9), job(1, 14)]), 'broke a rule of the day'],
    ['takes a visit away', told([job(1, 9)]), 'left out a visit that somebody has'],
    ['refuses', { status: 200, body: { code: 3, error: 'no' } }, 'did not answer'],
    ['fails', { status: 500, body: '' }, 'did not answer'],
    ['talks nonsense', { status: 200, body: '<html>' }, 'did not answer'],
  ])('is not used where it %s, which is reported', async (_what, answer, why) => {
    server = await answering(answer)

    const { plan, note } = await search(server.url)

    expect(note).toBe(`VROOM ${why}; Fieldbook searched instead.`)
    expect(holders(plan)).toEqual({ one: 'bob', two: 'ann' })
  })

  test('is not missed while there is no one to ask', async () => {
    const { plan, note } = await search('http://127.0.0.1:1')

    expect(note).toBe('VROOM did not answer; Fieldbook searched instead.')
    expect(holders(plan)).toEqual({ one: 'bob', two: 'ann' })
  })
})

testRoutesPort({
  name: 'VROOM',
  create: (url) => vroomSolver({ url }),
  answer: (plan) => ({
    code: 0,
    routes: plan.map(({ worker, stops }) => ({
      vehicle: worker,
      steps: [
        { type: 'start', arrival: 28_800 },
        ...stops.map(({ visit: id, start }) => ({
          type: 'job',
          id,
          arrival: start * 60 - 90,
          waiting_time: 90,
        })),
      ],
    })),
  }),
})
