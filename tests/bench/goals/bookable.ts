import { sydney } from '../../support/shop.ts'
import type { Bench } from '../open-bench.ts'

const daysAhead = 55
const hoursADay = 5

/** As many more people of the shop as it takes to have `count`, copied in bulk. */
export const employ = async ({ sql, shop }: Bench, count: number): Promise<void> => {
  const [row] = await sql<{ n: number }>('select count(*)::int as n from fieldworkers')
  const missing = count - (row?.n ?? 0)
  if (missing <= 0) return
  const [model] = shop.people
  await sql(
    `with made as (
      insert into fieldworkers (id, name, timezone, active, blocked, assignment_method, updated_at, created_at)
      select gen_random_uuid(), 'Bench ' || n, timezone, true, false, assignment_method, now(), now()
      from fieldworkers, generate_series(1, $2::int) n where id = $1 returning id
    ), related as (
      insert into fieldworkers_rels ("order", parent_id, path, services_id, areas_id, locations_id, skills_id)
      select r."order", made.id, r.path, r.services_id, r.areas_id, r.locations_id, r.skills_id
      from made, fieldworkers_rels r where r.parent_id = $1
    ), hours as (
      insert into fieldworkers_working_hours (_order, _parent_id, id, start, "end")
      select h._order, made.id, md5(random()::text || made.id), h.start, h."end"
      from made, fieldworkers_working_hours h where h._parent_id = $1 returning id
    )
    insert into fieldworkers_working_hours_days ("order", parent_id, value)
    select d."order", hours.id, d.value from hours,
      fieldworkers_working_hours_days d join fieldworkers_working_hours h on h.id = d.parent_id
    where h._parent_id = $1`,
    [model, missing],
  )
}

/** Reckoned beforehand, for it costs as much as a part of what is measured. */
const starts = Array.from({ length: daysAhead * hoursADay }, (_, n) =>
  sydney(2 + (n % daysAhead), `${String(8 + 2 * Math.floor(n / daysAhead)).padStart(2, '0')}:00`),
)

/** The n-th of many starts, two hours apart, so that visits of one person never touch. */
export const startAt = (n: number): string => starts[n % starts.length] as string

export const bodyAt = ({ shop }: Bench, start: string, name = 'Bench') => ({
  service: shop.services.direct.slug,
  start,
  address: { line1: '5 Test Street', suburb: 'Sydney', postcode: '2000' },
  customer: { name, phone: '0412345678' },
})
