import { inBulk } from '../bulk.ts'
import type { Bench } from '../open-bench.ts'

/** Ids as the product makes them: by when they were made, some day of the sixty before the visit. */
const idBefore = (start: string) => `(lpad(to_hex((extract(epoch from ${start}) * 1000
    - random() * 60 * 86400000)::bigint), 12, '0')
  || '7' || substr(md5(random()::text), 1, 3) || '8' || substr(md5(random()::text), 1, 15))::uuid`

/** Visits of thirty days from `first` on, in bulk, on bookings of one customer. */
export const fillMonth = async (
  bench: Bench,
  { prefix, first, count }: { prefix: string; first: string; count: number },
): Promise<void> => {
  const { sql, shop } = bench
  const write = () =>
    sql(
      `with team as (
      select id, row_number() over (order by id) - 1 as place from fieldworkers where active
    ), made as (
      insert into bookings (id, number, status, customer_id, timezone, starts_at, ends_at, source,
        version, updated_at, created_at)
      select ${idBefore('s.at')}, $4 || n, 'confirmed', $1, 'Australia/Sydney', s.at,
        s.at + interval '1 hour', 'manual', 1, now(), now()
      from generate_series(1, $5::int) n, lateral (select $3::timestamptz
        + (n / 50 % 30) * interval '1 day' + (n / 1500) * interval '75 minutes' as at) s
      returning id, number, starts_at, ends_at
    ), lines as (
      insert into booking_lines (id, booking_id, service_id, quantity, version, updated_at, created_at)
      select ${idBefore('starts_at')}, id, $2, 1, 1, now(), now() from made returning id, booking_id
    )
    insert into appointments (id, booking_id, line_id, service_id, start, "end", timezone, status,
      acceptance, progress, fieldworker_id, method, busy_start, busy_end, version, updated_at, created_at)
    select ${idBefore('made.starts_at')}, made.id, lines.id, $2, made.starts_at, made.ends_at,
      'Australia/Sydney', 'confirmed', 'not_required', 'not_started', team.id, 'direct',
      made.starts_at, made.ends_at, 1, now(), now()
    from made join lines on lines.booking_id = made.id
      join team on team.place = substr(made.number, 2)::int % (select count(*) from team)`,
      [shop.customer, shop.services.direct.id, first, prefix, count],
    )
  await inBulk(bench, ['bookings', 'booking_lines', 'appointments'], write)
}
