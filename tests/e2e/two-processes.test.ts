import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { maximumSlotDays } from '../../src/contracts/scheduling/slots.ts'
import { startDemoProduct } from '../support/demo-product.ts'
import { type Product, startProduct } from '../support/product.ts'
import {
  type Happening,
  importBusy,
  nextCommand,
  openDoor,
  randomFrom,
  sendCommand,
  type World,
} from '../support/random-commands.ts'

const commands = Number(process.env['COMMANDS'] ?? 1000)
const clients = 16
const seed = Number(process.env['SEED'] ?? 20261121)

let one: Product
let other: Product
let database: pg.Client

beforeAll(async () => {
  one = await startDemoProduct()
  other = await startProduct({ DATABASE_URL: one.databaseUrl, WORKER: 'off' })
  database = new pg.Client({ connectionString: one.databaseUrl })
  await database.connect()
}, 600_000)
afterAll(async () => {
  await database?.end()
  await other?.stop()
  await one?.stop()
})

const rowsOf = async <Row = { id: string }>(statement: string): Promise<Row[]> =>
  (await database.query(statement)).rows as Row[]

const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)

const openWorld = async (): Promise<World> => {
  // More commands, more days, as far as one question may ask: about as much contention.
  const days = Math.min(maximumSlotDays - 1, Math.ceil(commands / 60))
  const query = `service=tap-repair&postcode=2042&from=${day(2)}&to=${day(2 + days)}`
  const answer = await fetch(`${one.url}/api/app/slots?${query}`)
  const { slots } = (await answer.json()) as { slots: { start: string }[] }
  const people = await rowsOf('select id from fieldworkers where active')
  return {
    starts: slots.map(({ start }) => start),
    people: people.map(({ id }) => id),
    bookings: [],
    visits: [],
    taken: [],
  }
}

/** A colleague with the same rights and password for each client: an account has its own limits. */
const hire = async ({ email, password }: { email: string; password: string }) => {
  const made = await database.query<{ email: string }>(
    `insert into users select (jsonb_populate_record(model, jsonb_build_object(
        'id', gen_random_uuid(), 'email', 'office-' || n || '@example.com'))).*
      from users model, generate_series(1, $2::int) n where model.email = $1 returning email`,
    [email, clients],
  )
  return made.rows.map((one) => ({ email: one.email, password }))
}

/** Raw SQL takes no locks in the product's order, so the database may refuse it; then it is nothing. */
const happen = async ({ name, statement, values }: Happening): Promise<string> => {
  try {
    await database.query(statement, values)
    return name
  } catch (error) {
    if ((error as { code?: string }).code !== '40P01') throw error
    return `${name} deadlock`
  }
}

test('random commands from two processes leave no overlap and no orphan', async () => {
  const logins = await hire(one.login('olivia'))
  const doors = await Promise.all(logins.map((login, at) => openDoor(at % 2 ? other : one, login)))
  const world = await openWorld()
  const random = randomFrom(seed)
  const tally: Record<string, number> = {}
  let sent = 0

  const refresh = async () => {
    const live = await rowsOf<{
      id: string
      booking_id: string
      person: string | null
      start: Date
    }>(
      `select id, booking_id, fieldworker_id as person, start from appointments where status in ('pending', 'confirmed')
        and start > now() order by created_at desc limit 300`,
    )
    world.visits = live.map(({ id }) => id)
    world.bookings = [...new Set(live.map(({ booking_id }) => booking_id))]
    world.taken = live.flatMap(({ person, start }) =>
      person ? [{ person, start: start.toISOString() }] : [],
    )
  }
  const run = async (at: number) => {
    while (sent < commands) {
      sent += 1
      if (sent % 25 === 0) await refresh()
      const command = nextCommand(world, random)
      const door = doors[at % doors.length]
      if (!door) return
      if ('statement' in command) {
        const outcome = await happen(command)
        tally[outcome] = (tally[outcome] ?? 0) + 1
        continue
      }
      const { status, body } = await sendCommand(door, command)
      tally[`${command.name} ${status}`] = (tally[`${command.name} ${status}`] ?? 0) + 1
      if (status >= 500 && status !== 503)
        throw new Error(`${command.name}: ${JSON.stringify(body)}`)
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: clients }, (_, at) => run(at)))

  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  process.stdout.write(`${commands} random commands in ${seconds} s: ${JSON.stringify(tally)}\n`)
  // Whatever luck has left, something stands covered at the end.
  await refresh()
  const [last] = world.taken
  if (last) await happen(importBusy(last.person, last.start))
  // Nobody answers any more: the jobs of both processes end whatever is still offered.
  await rowsOf(`update assignment_offers set respond_by = now() where state = 'pending'`)
  const due = `select id from assignment_offers where state = 'pending' and respond_by < now()`
  await vi.waitFor(async () => expect(await rowsOf(due)).toEqual([]), {
    timeout: 150_000,
    interval: 2000,
  })
  const overlaps = await rowsOf(
    `select a.id from occupancies a join occupancies b on a.id < b.id
      and a.fieldworker_id = b.fieldworker_id and a.exclusive and b.exclusive
      and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)`,
  )
  const orphans = await rowsOf(
    `select o.id from occupancies o left join appointments a on a.id = o.appointment_id
      where o.kind in ('visit', 'reservation') and (a.id is null
        or a.status in ('cancelled', 'rescheduled')
        or o.fieldworker_id is distinct from coalesce(a.fieldworker_id, a.reserved_for_id)
        or (o.starts_at, o.ends_at) is distinct from (a.busy_start, a.busy_end))`,
  )
  const unheld = await rowsOf(
    `select a.id from appointments a join bookings b on b.id = a.booking_id
      where a.status in ('pending', 'confirmed') and b.deleted_at is null
        and coalesce(a.fieldworker_id, a.reserved_for_id) is not null
        and (select count(*) from occupancies o where o.appointment_id = a.id) <> 1`,
  )
  const loose = await rowsOf(
    `select b.id from bookings b where b.status = 'rescheduled' and not exists (
      select from bookings n where n.rescheduled_from_id = b.id)`,
  )
  expect({ overlaps, orphans, unheld, loose }).toEqual({
    overlaps: [],
    orphans: [],
    unheld: [],
    loose: [],
  })
  const covered = await rowsOf(
    `select distinct a.id from appointments a
      join bookings b on b.id = a.booking_id and b.deleted_at is null
      join (select fieldworker_id, start, "end" from unavailabilities
        union all select fieldworker_id, starts_at, ends_at from occupancies
          where source_ref like 'import:%') busy(fieldworker_id, start, "end")
        on busy.fieldworker_id = a.fieldworker_id
          and busy.start < a."end" and busy."end" > a.start
      where a.status in ('pending', 'confirmed') and a.progress <> 'finished' and a."end" > now()`,
  )
  const reported = new Set<string>()
  for (const fieldworker of world.people) {
    const path = `/api/app/conflicts?fieldworker=${fieldworker}&to=${day(400)}T00:00:00Z`
    const headers = { cookie: doors[0]?.cookie ?? '', origin: one.url }
    const answer = await fetch(one.url + path, { headers })
    const { conflicts } = (await answer.json()) as { conflicts: { appointment: string }[] }
    for (const { appointment } of conflicts) reported.add(appointment)
  }
  expect([...reported].toSorted()).toEqual(covered.map(({ id }) => id).toSorted())
  const expired = await rowsOf(`select id from assignment_offers where state = 'expired'`)
  process.stdout.write(`${covered.length} visits covered, ${expired.length} offers expired\n`)
  expect(covered.length).toBeGreaterThan(0)
  expect(expired.length).toBeGreaterThan(0)
  expect(tally['book 201'] ?? 0).toBeGreaterThan(commands / 40)
}, 900_000)
