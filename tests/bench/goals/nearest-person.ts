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

const staff = 500
const nearService = 'near-visit'
const point = { lat: -33.8568, lng: 151.2153 }
const ahead = 3

/** Five hundred people all over a city, and visits of years, six a day for each of them. */
const fill = async ({ payload, sql, shop }: Bench, visits: number): Promise<void> => {
  const service = await payload.create({
    collection: 'services',
    data: {
      name: 'Near visit',
      slug: nearService,
      category: shop.category,
      durationMinutes: 30,
      noticeMinutes: 0,
      priceModel: 'job',
      priceAmount: 5000,
      mode: 'instant',
      locationTypes: ['mobile'],
      active: true,
      bookable: true,
      crewSize: 1,
    },
    depth: 0,
    overrideAccess: true,
    context: { channel: 'seed' },
  })
  await sql(
    `insert into fieldworkers (name, timezone, active, blocked, home_lat, home_lng)
     select 'Near ' || n, 'Australia/Sydney', true, false,
       -33.86 + (n * 7919 % 1000 - 500) / 1500.0, 151.2 + (n * 104729 % 1000 - 500) / 1500.0
     from generate_series(1, $1::int) n`,
    [staff],
  )
  await sql(
    `insert into fieldworkers_rels ("order", parent_id, path, services_id)
     select 1, id, 'services', $1 from fieldworkers where name like 'Near %'`,
    [service.id],
  )
  await sql(
    `with hours as (
      insert into fieldworkers_working_hours (_order, _parent_id, id, start, "end")
      select 1, id, 'near-' || id, '06:00', '20:00' from fieldworkers where name like 'Near %'
      returning id)
    insert into fieldworkers_working_hours_days ("order", parent_id, value)
    select n, hours.id, value::enum_fieldworkers_working_hours_days from hours,
      unnest(array['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']) with ordinality d(value, n)`,
  )
  await sql(
    `insert into addresses (line1, postcode, coordinates_lat, coordinates_lng)
     select 'Point ' || n, '2000', -33.86 + (n * 6133 % 1000 - 500) / 1500.0,
       151.2 + (n * 3571 % 1000 - 500) / 1500.0 from generate_series(1, 5000) n`,
  )
  await sql(
    `with booked as (
      insert into bookings (number, status, customer_id) values ('NEAR', 'confirmed', $1)
      returning id)
    insert into booking_lines (booking_id, service_id) select id, $2 from booked`,
    [shop.customer, service.id],
  )
  for (const table of ['occupancies', 'appointments'])
    await sql(`alter table ${table} disable trigger user`)
  await sql(
    `insert into appointments (booking_id, line_id, service_id, start, "end", timezone, status,
      fieldworker_id, address_id, acceptance)
    select l.booking_id, l.id, l.service_id, at, at + interval '40 minutes', 'Australia/Sydney',
      'confirmed', f.id, p.id, 'accepted'
    from booking_lines l join bookings b on b.id = l.booking_id and b.number = 'NEAR',
      (select id, row_number() over (order by id) as n from fieldworkers where name like 'Near %') f,
      generate_series(0, $1::int - 1) d, generate_series(0, 5) k,
      lateral (select date_trunc('day', now()) + ($2::int - d) * interval '1 day'
        + interval '-3 hours' + (k * 140 + (f.n * 13 + d) % 90) * interval '1 minute' as at) t
      join lateral (select (f.n * 17 + d * 31 + k * 7) % 5000 as place) q on true
      join (select id, row_number() over (order by id) - 1 as n from addresses
        where line1 like 'Point %') p on p.n = q.place`,
    [Math.ceil(visits / staff / 6), ahead + 1],
  )
  await sql(
    `insert into occupancies (fieldworker_id, appointment_id, starts_at, ends_at, kind, exclusive)
     select a.fieldworker_id, a.id, a.start, a."end", 'visit', false from appointments a
     join bookings b on b.id = a.booking_id and b.number = 'NEAR'`,
  )
  for (const table of ['occupancies', 'appointments'])
    await sql(`alter table ${table} enable trigger user`)
  await sql('select rebuild_day_bitmaps()')
  for (const table of ['occupancies', 'appointments', 'day_bitmaps', 'addresses'])
    await sql(`vacuum analyze ${table}`)
}

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
    await fill(bench, visits)
    const day = new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)
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
      return nearestPeople(req, { question, now: Date.now(), limit: 20 })
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
      },
      {
        what: 'CPU of the nearest visits of the day, Node and PostgreSQL',
        value: other.cpu,
        unit: 'ms',
        range: other.range,
        limits: { pass: 10, stretch: 2 },
        note,
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
