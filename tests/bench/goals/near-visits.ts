import { inBulk } from '../bulk.ts'
import type { Bench } from '../open-bench.ts'

const staff = 500
/** The one service that all of them do. */
export const nearService = 'near-visit'
/** The last full day of visits, from today on. */
export const daysAhead = 3

/** Five hundred people all over a city, and visits of years, six a day for each of them. */
export const fillNear = async (bench: Bench, visits: number): Promise<void> => {
  const { payload, sql, shop } = bench
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
  await inBulk(bench, ['addresses', 'appointments', 'occupancies'], async () => {
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
      [Math.ceil(visits / staff / 6), daysAhead + 1],
    )
    await sql(
      `insert into occupancies (fieldworker_id, appointment_id, starts_at, ends_at, kind, exclusive)
     select a.fieldworker_id, a.id, a.start, a."end", 'visit', false from appointments a
     join bookings b on b.id = a.booking_id and b.number = 'NEAR'`,
    )
  })
}
