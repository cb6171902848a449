import { publicCount } from '../../../src/domain/scheduling/public-count.ts'
import { inBulk } from '../bulk.ts'
import type { Bench } from '../open-bench.ts'

/** Service of the team: half an hour, every quarter of an hour. */
export const teamService = 'team-visit'
const teamSize = 50
const nightShift = 5
const spansADay = 20
const daysAhead = 30

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
/** The days that are asked about, and the question itself. */
// Tomorrow of UTC is today somewhere already.
export const teamDays = { from: day(2), to: day(daysAhead + 1) }
export const teamQuestion = `/app/slots?service=${teamService}&postcode=2000&from=${teamDays.from}&to=${teamDays.to}`

/** Fifty people who alone do one service, five of them at night. */
export const hireTeam = async ({ payload, shop, sql }: Bench): Promise<void> => {
  const [known] = await sql('select 1 from services where slug = $1', [teamService])
  if (known) return
  const service = await payload.create({
    collection: 'services',
    data: {
      name: 'Team visit',
      slug: teamService,
      category: shop.category,
      durationMinutes: 30,
      noticeMinutes: 0,
      horizonDays: 60,
      slotIntervalMinutes: 15,
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
    `with made as (
      insert into fieldworkers (id, name, timezone, active, blocked)
      select gen_random_uuid(), 'Team ' || n, 'Australia/Sydney', true, false
      from generate_series(1, $2::int) n returning id, name
    ), related as (
      insert into fieldworkers_rels ("order", parent_id, path, services_id)
      select 1, id, 'services', $1 from made
    ), hours as (
      insert into fieldworkers_working_hours (_order, _parent_id, id, start, "end")
      select 1, id, 'team-' || id,
        case when night then '00:00' else '08:00' end, case when night then '08:00' else '18:00' end
      from (select id, substring(name from 6)::int <= $3 as night from made) m returning id
    )
    insert into fieldworkers_working_hours_days ("order", parent_id, value)
    select n, hours.id, value::enum_fieldworkers_working_hours_days from hours,
      unnest(array['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']) with ordinality d(value, n)`,
    [service.id, teamSize, nightShift],
  )
}

/**
 * Fills the table up to `rows`: twenty spans a day for everybody of the team, in the days asked
 * about and then back in time. Rows come in bulk, past the triggers; the days are rebuilt after.
 */
export const occupyTeam = async (bench: Bench, rows: number): Promise<void> => {
  const { sql } = bench
  const [count] = await sql<{ n: number }>(
    "select count(*)::int as n from occupancies where kind = 'external'",
  )
  const perDay = teamSize * spansADay
  const [first, last] = [Math.floor((count?.n ?? 0) / perDay), Math.floor(rows / perDay)]
  if (last <= first) return
  await inBulk(bench, ['occupancies'], () =>
    sql(
      `insert into occupancies (fieldworker_id, starts_at, ends_at, kind, exclusive)
    select f.id, at, at + (10 + (k * 5) % 20) * interval '1 minute', 'external', false
    from fieldworkers f, generate_series($1::int, $2::int - 1) d, generate_series(0, $3::int - 1) k,
      lateral (select date_trunc('day', now()) + ($4::int + 1 - d) * interval '1 day'
        + (k * 70 + (hashtext(f.name || k || d) & 7) * 5) * interval '1 minute' as at) t
    where f.name like 'Team %'`,
      [first, last, spansADay, daysAhead],
    ),
  )
}

/**
 * Compares sampled counts, as strangers read them, with what plain SQL finds in the spans themselves.
 * @throws {Error}
 */
export const checkCounts = async ({ sql }: Bench, answer: string): Promise<number> => {
  const { slots } = JSON.parse(answer) as { slots: { start: string; available: number }[] }
  const sydneyHour = new Intl.DateTimeFormat('en-AU', {
    timeZone: 'Australia/Sydney',
    hour: 'numeric',
    hourCycle: 'h23',
  })
  const byDay = slots.filter(({ start }) => {
    const hour = Number(sydneyHour.format(new Date(start)))
    return hour >= 8 && hour < 17
  })
  for (let at = 0; at < byDay.length; at += Math.max(1, Math.floor(byDay.length / 40))) {
    const { start, available } = byDay[at] as (typeof slots)[number]
    const [row] = await sql<{ n: number }>(
      `select count(*)::int as n from fieldworkers f
       where f.name like 'Team %' and substring(f.name from 6)::int > $2 and not exists (
         select from occupancies o where o.fieldworker_id = f.id
           and o.starts_at < $1::timestamptz + interval '30 minutes' and o.ends_at > $1::timestamptz
           and o.starts_at > $1::timestamptz - interval '1 day')`,
      [start, nightShift],
    )
    if (publicCount(row?.n ?? 0) !== available)
      throw new Error(`${start}: ${available} people are offered, ${row?.n} are free.`)
  }
  return slots.length
}
