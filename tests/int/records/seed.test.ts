import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seedDemo } from '../../../src/seed/seed-demo.ts'
import { type Demo, demoNow, startDemo } from '../../support/demo.ts'
import { password } from '../../support/people.ts'
import { runSql } from '../../support/run-sql.ts'

let demo: Demo
let workMs: number

beforeAll(async () => {
  const before = process.cpuUsage()
  demo = await startDemo()
  const { user, system } = process.cpuUsage(before)
  workMs = (user + system) / 1000
}, 300_000)
afterAll(() => demo?.stop())

const rows = <Row = Record<string, unknown>>(statement: string) => runSql<Row>(demo.url, statement)
const count = async (from: string): Promise<number> => {
  const [row] = await rows<{ count: string }>(`select count(*) from ${from}`)
  return Number(row?.count)
}
const active = `a.status in ('pending', 'confirmed')`

describe('the demo company', () => {
  test('has two locations, twelve services in categories, eight people and forty customers', async () => {
    expect(await count('locations where active')).toBe(2)
    expect(await count('services where category_id is not null')).toBe(12)
    expect(await count('fieldworkers where active')).toBe(8)
    expect(await count('customers')).toBe(40)
  })

  test('has a night shift over midnight and someone who works three days a week', async () => {
    expect(await count('fieldworkers_working_hours where "end" < start')).toBeGreaterThan(0)
    const [part] = await rows<{ days: number }>(
      `select count(d.*)::int as days from fieldworkers f
       join fieldworkers_working_hours h on h._parent_id = f.id
       join fieldworkers_working_hours_days d on d.parent_id = h.id
       group by f.id order by 1 limit 1`,
    )
    expect(part?.days).toBe(3)
  })

  test('has addresses in the suburbs of Sydney that their areas cover', async () => {
    expect(await count('addresses where coordinates_lat is null or suburb is null')).toBe(0)
    expect(
      await count(
        `addresses where coordinates_lat not between -34.2 and -33.4
           or coordinates_lng not between 150.6 and 151.5`,
      ),
    ).toBe(0)
    expect(
      await count(
        `addresses d where not exists (select 1 from areas_texts t where t.text = d.postcode)
           and not exists (select 1 from areas a where a.kind = 'radius')`,
      ),
    ).toBe(0)
  })
})

describe('the demo bookings', () => {
  test('stand in every status over about three weeks', async () => {
    const found = await rows<{ status: string }>('select distinct status from bookings order by 1')
    expect(found.map(({ status }) => status).toSorted()).toEqual(
      ['cancelled', 'completed', 'confirmed', 'no_show', 'pending', 'rescheduled'].toSorted(),
    )
    const [span] = await rows<{ days: number }>(
      'select extract(day from max(starts_at) - min(starts_at))::int as days from bookings',
    )
    expect(span?.days).toBeGreaterThanOrEqual(18)
  })

  test('include crews, jobs of several days, open offers and unassigned work of today', async () => {
    expect(
      await count(
        `(select 1 from appointments group by line_id, start having count(*) > 1) as crews`,
      ),
    ).toBeGreaterThan(2)
    expect(
      await count(
        `(select 1 from appointments group by line_id having count(distinct start) > 1) as series`,
      ),
    ).toBeGreaterThan(1)
    expect(await count(`assignment_offers where state = 'pending'`)).toBeGreaterThan(5)
    expect(
      await count(
        `appointments where acceptance = 'unassigned' and status = 'pending'
           and (start at time zone 'Australia/Sydney')::date = date '2026-11-18'`,
      ),
    ).toBe(2)
  })

  test('fill the days around today, with one person overfull and another with a gap', async () => {
    const perDay = await rows<{ name: string; day: number; visits: number }>(
      `select f.name, ((a.start at time zone 'Australia/Sydney')::date - date '2026-11-18')::int as day,
         count(*)::int as visits
       from appointments a join fieldworkers f on f.id = a.fieldworker_id
       where a.status in ('pending', 'confirmed', 'completed') and extract(hour from
         a.start at time zone 'Australia/Sydney') between 6 and 18
       group by 1, 2`,
    )
    const around = perDay.filter(({ day }) => day >= 0 && day <= 2)
    const ordinary = around.filter(({ visits }) => visits >= 3 && visits <= 6)
    expect(ordinary.length).toBeGreaterThan(around.length * 0.7)
    expect(Math.max(...around.map(({ visits }) => visits))).toBeGreaterThan(5)
    expect(Math.min(...around.map(({ visits }) => visits))).toBeLessThan(4)
  })

  test('have the night service at night, the others by day, and a price on each', async () => {
    const hour = `extract(hour from a.start at time zone 'Australia/Sydney')`
    const visits = 'appointments a join services s on s.id = a.service_id where'
    expect(await count(`${visits} s.slug = 'night-plumber' and ${hour} between 6 and 21`)).toBe(0)
    expect(
      await count(`${visits} s.slug <> 'night-plumber' and ${hour} not between 7 and 18`),
    ).toBe(0)
    expect(await count(`${visits} s.slug = 'night-plumber'`)).toBeGreaterThan(3)
    expect(await count('bookings where totals_total = 0')).toBe(0)
  })

  test('confirm some of themselves by mail', async () => {
    expect(
      await count(`deliveries where event = 'booking-confirmed' and state = 'pending'`),
    ).toBeGreaterThan(5)
  })

  test('are under way only now, and have offers that are late and offers that are not', async () => {
    const now = new Date(demoNow).toISOString()
    const late = `state = 'pending' and sent_at < '${now}'::timestamptz - interval '4 hours'`
    expect(await count(`assignment_offers where ${late}`)).toBeGreaterThan(0)
    const open = await count(`assignment_offers where state = 'pending'`)
    expect(await count(`assignment_offers where ${late}`)).toBeLessThan(open / 2)
    expect(
      await count(
        `appointments where progress = 'in_progress' and start < '${now}'::timestamptz - interval '36 hours'`,
      ),
    ).toBe(0)
  })

  test('leave no one in two places and every active assigned visit with its time taken', async () => {
    expect(
      await count(
        `occupancies a join occupancies b on a.id < b.id and a.fieldworker_id = b.fieldworker_id
           and a.starts_at < b.ends_at and b.starts_at < a.ends_at`,
      ),
    ).toBe(0)
    expect(
      await count(
        `appointments a where ${active} and a.fieldworker_id is not null and 1 <> (
           select count(*) from occupancies o where o.appointment_id = a.id
             and o.fieldworker_id = a.fieldworker_id and o.kind = 'visit'
             and o.starts_at = a.busy_start and o.ends_at = a.busy_end)`,
      ),
    ).toBe(0)
    expect(
      await count(
        `appointments a join occupancies o on o.appointment_id = a.id
           where a.status in ('cancelled', 'rescheduled')`,
      ),
    ).toBe(0)
  })

  test('add up: the lines make the total, and net and tax make it too', async () => {
    expect(
      await count(
        `bookings b where b.totals_total is distinct from (
           select sum(l.total_amount) from booking_lines l where l.booking_id = b.id)
           or b.totals_subtotal + b.totals_tax <> b.totals_total`,
      ),
    ).toBe(0)
  })

  test('were made and changed by someone, in the past, and each change is on record', async () => {
    expect(
      await count(
        `bookings b where not exists (
           select 1 from audit_events e where e.booking = b.id::text and e.command = 'book')`,
      ),
    ).toBe(0)
    const now = new Date(demoNow).toISOString()
    const late = `booking is not null and at > '${now}'`
    expect(await count(`audit_events where (${late}) or actor_name is null`)).toBe(0)
    expect(await count('comments')).toBeGreaterThan(10)
  })

  test('go on from their last number', async () => {
    const [next] = await rows<{ value: string }>(
      `select value from counters where name = 'bookings'`,
    )
    const [last] = await rows<{ number: string }>(
      'select number from bookings order by length(number) desc, number desc limit 1',
    )
    expect(last?.number).toBe(`B-${1000 + Number(next?.value)}`)
  })
})

describe('seeding', () => {
  const seed = (now: number) =>
    seedDemo({ payload: demo.payload, now, log: () => undefined, password })
  const shape = () =>
    rows(
      `select b.number, b.status, b.source, b.totals_total, c.name, a.start, a.acceptance, f.name
       from bookings b join customers c on c.id = b.customer_id
       join appointments a on a.booking_id = b.id
       left join fieldworkers f on f.id = a.fieldworker_id
       order by b.number, a.start, f.name, a.acceptance`,
    )
  const empty = async () => {
    const tables = await rows<{ name: string }>(
      `select quote_ident(tablename) as name from pg_tables
       where schemaname = 'public' and tablename <> 'payload_migrations'`,
    )
    await rows(
      `set session_replication_role = replica;
       truncate ${tables.map(({ name }) => name).join(', ')} cascade`,
    )
  }

  test('is seconds of work', () => {
    expect(workMs).toBeLessThan(45_000)
  })

  test('refuses a database that has something in it, in words', async () => {
    await expect(seed(demoNow)).rejects.toThrow(/needs an empty database/)
  })

  test('leaves nothing behind when it is interrupted at the very end', async () => {
    const before = await shape()
    await empty()
    const interrupted = seedDemo({
      payload: demo.payload,
      now: demoNow,
      log: () => undefined,
      password,
      keep: () => {
        throw new Error('power cut')
      },
    })
    await expect(interrupted).rejects.toThrow('power cut')
    expect([await count('users'), await count('customers'), await count('bookings')]).toEqual([
      0, 0, 0,
    ])
    await seed(demoNow)
    expect(await shape()).toEqual(before)
  }, 300_000)

  test('gives the same company again on the same day', async () => {
    const before = await shape()
    await empty()
    await seed(demoNow)
    expect(await shape()).toEqual(before)
  }, 300_000)

  test.each([
    ['a Saturday evening', '2026-11-21T08:00:00Z'],
    ['the day the clocks go forward', '2026-10-03T20:00:00Z'],
  ])(
    'finds work for everyone on %s',
    async (_, now) => {
      await empty()
      await seed(Date.parse(now))
      expect(await count(`bookings where status = 'pending'`)).toBeGreaterThan(15)
      expect(
        await count(
          `appointments where acceptance = 'unassigned' and status = 'pending'
           and (start at time zone 'Australia/Sydney')::date
             = (timestamptz '${now}' at time zone 'Australia/Sydney')::date`,
        ),
      ).toBeGreaterThan(0)
    },
    300_000,
  )
})
