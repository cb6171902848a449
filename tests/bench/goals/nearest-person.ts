import { createLocalReq } from 'payload'
import { nearestPeople } from '../../../src/operations/scheduling/nearest-people.ts'
import { findNearby } from '../../../src/operations/scheduling/find-nearby.ts'
import { finderQuestion } from '../../../src/operations/scheduling/finder-question.ts'
import type { Actor } from '../../../src/access/actor.ts'
import { defaultRoles } from '../../../src/domain/people/permissions.ts'
import { distanceKm } from '../../../src/domain/scheduling/distance.ts'
import { median } from '../cpu.ts'
import type { Goal } from '../goal.ts'
import type { Bench } from '../open-bench.ts'
import { daysAhead, fillNear, nearService } from './near-visits.ts'

const point = { lat: -33.8568, lng: 151.2153 }

const dispatcher: Actor = {
  kind: 'staff',
  name: 'Bench',
  permissions: new Set(defaultRoles.find(({ slug }) => slug === 'dispatcher')?.permissions),
}

/** Who is nearest and free at one time, and what else is near, among years of visits. */
export const nearestPerson: Goal = {
  id: 'P12',
  title: 'Nearest qualified and free person among 500',
  run: async (bench) => {
    const visits = bench.scale >= 4 ? 1_000_000 : bench.scale < 1 ? 40_000 : 250_000
    await fillNear(bench, visits)
    const day = new Date(Date.now() + daysAhead * 86_400_000).toISOString().slice(0, 10)
    const start = `${day}T00:30:00.000Z`
    const asked = {
      service: nearService,
      postcode: '2000',
      start,
      lat: point.lat,
      lng: point.lng,
    }
    const req = await createLocalReq({}, bench.payload)
    const nearest = async () => {
      const question = await finderQuestion(req, { asked, actor: dispatcher })
      return nearestPeople(req, { question, limit: 20 })
    }
    const nearby = async () =>
      findNearby(req, {
        date: day,
        timezone: 'Australia/Sydney',
        ...point,
        withinKm: 50,
        limit: 20,
      })

    const people = await nearest()
    const around = await nearby()
    await check(bench, { people, start })
    if (around.visits.length < 20) throw new Error('There are visits nearby that were not found.')

    const costOf = async (work: () => Promise<unknown>) => {
      for (let n = 0; n < 8; n += 1) await work()
      const samples: Awaited<ReturnType<Bench['sample']>>[] = []
      for (let n = 0; n < 25; n += 1) samples.push(await bench.sample(work))
      const cpu = samples.map((one) => one.cpu)
      return { cpu: median(cpu), range: [Math.min(...cpu), Math.max(...cpu)] as [number, number] }
    }
    const [one, other] = [await costOf(nearest), await costOf(nearby)]
    const note = `${visits.toLocaleString('en')} visits`
    return [
      {
        what: 'CPU of the nearest free people, Node and PostgreSQL',
        value: one.cpu,
        unit: 'ms',
        range: one.range,
        limits: { pass: 10, stretch: 2 },
        note: `${note}, ${people.length} people answered`,
        short: 'one day of all 500 is looked at, and the ways of whoever is free',
      },
      {
        what: 'CPU of the nearest visits of the day, Node and PostgreSQL',
        value: other.cpu,
        unit: 'ms',
        range: other.range,
        limits: { pass: 10, stretch: 2 },
        note,
        short: 'all 3,000 visits of the day are measured',
      },
    ]
  },
}

/** Everybody answered is free by the rows themselves, in the order of distance. @throws {Error} */
const check = async (
  { sql }: Bench,
  found: { people: Awaited<ReturnType<typeof nearestPeople>>; start: string },
): Promise<void> => {
  if (found.people.length === 0) throw new Error('Nobody was found.')
  let last = 0
  for (const { person, nearest } of found.people) {
    const [busy] = await sql(
      `select 1 from occupancies where fieldworker_id = $1
         and starts_at < $2::timestamptz + interval '30 minutes' and ends_at > $2::timestamptz`,
      [person.id, found.start],
    )
    if (busy) throw new Error(`${person.name} is not free.`)
    const km = nearest ? distanceKm(point, nearest.point) : Infinity
    if (km < last) throw new Error(`${person.name} is nearer than somebody before.`)
    last = km
  }
}
