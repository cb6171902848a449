import { afterAll, beforeAll, expect, test } from 'vitest'
import { updateTimezones } from '../../../src/jobs/scheduling/update-timezones.ts'
import { type MessageHarness, openMessageHarness } from '../../support/message-harness.ts'
import { sydney } from '../../support/shop.ts'

const zone = 'Australia/Sydney'
const hourMs = 3_600_000
const nothing = { visits: 0, absences: 0, left: 0 }
const customer = { name: 'Jo Park', email: 'jo@guest.test' }

let harness: MessageHarness
beforeAll(async () => {
  harness = await openMessageHarness()
}, 120_000)
afterAll(() => harness.stop())

type Offset = { start: number; offset: number }
type Times = Record<'busy_end' | 'busy_start' | 'end' | 'ends' | 'start' | 'starts', Date>

const run = (options: { now?: number; release?: string } = {}) =>
  updateTimezones(harness.app.payload, options)

/**
 * As if the clocks of Sydney had been an hour behind today's from a day on when everything so far
 * was agreed, and the product had started again with today's rules just now.
 */
const upgrade = async (fromDay: number) => {
  const from = Date.parse(sydney(fromDay, '00:00'))
  const [kept] = await harness.sql<{ rules: { until: number; offsets: Offset[] } }>(
    'select rules from zone_rules where zone = $1',
    [zone],
  )
  const known = kept?.rules.offsets ?? []
  const then = { start: from, offset: known.findLast(({ start }) => start <= from)?.offset ?? 0 }
  const behind = [then, ...known.filter(({ start }) => start > from)].map(({ start, offset }) => ({
    start,
    offset: offset - hourMs,
  }))
  const rules = {
    ...kept?.rules,
    offsets: [...known.filter(({ start }) => start < from), ...behind],
  }
  const outdate = `update zone_rules set rules = $2, release = '2020a' where zone = $1`
  await harness.sql(outdate, [zone, rules])
  await harness.sql('update zone_releases set since = clock_timestamp()')
}

const book = async (day: number, at: string, fieldworker?: string) => {
  const named = { customerId: harness.shop.customer, fieldworker }
  const who = fieldworker ? named : { customer }
  const body = { service: 'direct', start: sydney(day, at), ...who }
  const answer = await harness.book(body, fieldworker ? 'dispatcher' : undefined)
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body.id
}

const timesOf = async (booking: string): Promise<Times> => {
  const [row] = await harness.sql<Times>(
    `select visit.start, visit."end", busy_start, busy_end, starts_at as starts, ends_at as ends
     from appointments visit left join occupancies on appointment_id = visit.id
     where visit.booking_id = $1`,
    [booking],
  )
  if (!row) throw new Error('The booking has no visit.')
  return row
}

const earlier = (times: Times, by = hourMs): Times =>
  Object.fromEntries(
    Object.entries(times).map(([key, at]) => [key, new Date(at.getTime() - by)]),
  ) as Times

const entriesOf = (event: string, booking: string | null = null) =>
  harness.sql<{ user_id: string; title: string; body: string; href: string }>(
    `select user_id, title, body, href from notifications where event = $1
       and booking_id is not distinct from $2`,
    [event, booking],
  )

const sent = async (booking: string, event: string) => {
  const rows = await harness.sql<{ id: string; key: string }>(
    `select id, key from deliveries where booking_id = $1 and event = $2 and state = 'pending'`,
    [booking, event],
  )
  for (const { id } of rows) await harness.deliver(id)
  return rows.map(({ key }) => key)
}

const invite = async (key: string | undefined) => {
  const [mail] = await harness.sql<{ attachments: { content: string }[] }>(
    'select attachments from outbox_messages where delivery_key = $1',
    [key],
  )
  const text = mail?.attachments[0]?.content ?? ''
  const field = (name: string) => new RegExp(`^${name}:(.+)$`, 'm').exec(text)?.[1]?.trim() ?? ''
  return { uid: field('UID'), sequence: Number(field('SEQUENCE')), start: field('DTSTART') }
}

const stamp = (at: Date) => at.toISOString().replaceAll(/[-:]|\.\d+/g, '')

test('D12: visits keep the clock time that was agreed when the rules of their zone change, once', async () => {
  const [ann] = harness.shop.people
  const early = await book(4, '09:00')
  const mailed = await book(8, '13:00')
  const first = await book(8, '09:00', ann)
  const second = await book(8, '10:00', ann)
  const begun = await book(9, '09:00', ann)
  await harness.sql(`update appointments set progress = 'en_route' where booking_id = $1`, [begun])
  const all = [early, mailed, first, second, begun]
  const before = await Promise.all(all.map(timesOf))
  const [confirmation] = await sent(mailed, 'booking-confirmed')
  await sent(mailed, 'calendar-event')
  const old = await invite(confirmation)

  expect(await run()).toEqual(nothing)
  expect(await run()).toEqual(nothing)
  await upgrade(6)
  // Whoever started with the new rules already knows when to come.
  const made = await book(9, '15:00')
  const agreed = await timesOf(made)

  // A tick that dies midway leaves everything as it was.
  await harness.sql(`create function fail() returns trigger as $$ begin raise 'no'; end $$
    language plpgsql`)
  await harness.sql('create trigger fails before insert on notifications execute function fail()')
  await expect(run()).rejects.toThrow()
  expect(await Promise.all(all.map(timesOf))).toEqual(before)
  await harness.sql('drop trigger fails on notifications')

  const counts = await Promise.all([run(), run()])

  expect(counts).toContainEqual({ visits: 3, absences: 0, left: 0 })
  expect(counts).toContainEqual(nothing)
  const after = await Promise.all(all.map(timesOf))
  const [wasEarly, ...wasLate] = before as [Times, Times, Times, Times, Times]
  const [wasMailed, wasFirst, wasSecond, wasBegun] = wasLate as [Times, Times, Times, Times]
  expect(after).toEqual([
    wasEarly,
    ...[wasMailed, wasFirst, wasSecond].map((times) => earlier(times)),
    wasBegun,
  ])
  expect(await timesOf(made)).toEqual(agreed)
  const [booking] = await harness.sql<{ starts_at: Date; status: string }>(
    'select starts_at, status from bookings where id = $1',
    [mailed],
  )
  expect(booking).toEqual({ starts_at: earlier(wasMailed).start, status: 'confirmed' })

  const whole = await harness.historyOf(mailed)
  const history = whole.filter(({ command }) => command === 'follow-clock')
  expect(history).toHaveLength(1)
  expect(history[0]).toMatchObject({
    actor_kind: 'system',
    reason: 'The clock rules of Australia/Sydney changed.',
    subject_type: 'appointments',
  })
  expect(Object.keys(history[0]?.changes ?? {})).toEqual(expect.arrayContaining(['start', 'end']))

  // Calendars follow once: the customer's, whom a message had invited, and the fieldworker's.
  const mails = await sent(mailed, 'booking-clock-kept')
  expect(mails).toHaveLength(1)
  const now = await invite(mails[0])
  expect(now).toEqual({
    uid: old.uid,
    sequence: expect.any(Number),
    start: stamp(earlier(wasMailed).start),
  })
  expect(now.sequence).toBeGreaterThan(old.sequence)
  const [visit] = await harness.visitsOf(mailed)
  expect(await sent(mailed, 'calendar-event')).toHaveLength(1)
  const shown = await harness.sql<{ start: Date }>(
    `select start from calendar_events where key like $1 || ':%'`,
    [visit?.id],
  )
  expect(shown).toEqual([{ start: earlier(wasMailed).start }])
  expect(await harness.messagesOf(first)).not.toContain('email:booking-clock-kept:customer')
  expect(await harness.messagesOf(first)).not.toContain('email:visit-retimed:fieldworker')

  // Who dispatches reads one entry about the zone, which leads to the list.
  const entries = await entriesOf('clocks-followed')
  expect(new Set(entries.map(({ user_id }) => user_id)).size).toBe(entries.length)
  expect(entries[0]?.title).toBe('The clocks of Australia/Sydney have new rules')
  expect(entries[0]?.body).toMatch(/^3 visits keep their clock time and calendars follow: /)
  const where = { command: { equals: 'follow-clock' }, subjectType: { equals: 'appointments' } }
  const listed = await harness.app.payload.find({
    collection: 'audit-events',
    where,
    overrideAccess: true,
  })
  expect(listed.docs).toHaveLength(3)
  expect(entries[0]?.href).toContain('[command][equals]=follow-clock')

  const rows = () => harness.sql('select id, state from deliveries order by id')
  const queued = await rows()
  expect(await run()).toEqual(nothing)
  expect(await rows()).toEqual(queued)
  expect(await entriesOf('clocks-followed')).toEqual(entries)
})

test('D12: what would meet something else stays and is reported with the reason; absences keep their clock', async () => {
  const [ann, bo] = harness.shop.people
  const setZone = (timezone: string) =>
    harness.app.payload.update({
      collection: 'fieldworkers',
      id: bo,
      data: { timezone },
      overrideAccess: true,
    })
  await setZone('Australia/Brisbane')
  const away = async (fieldworker: string, day: number, from: string, to: string) => {
    const { id } = await harness.app.payload.create({
      collection: 'unavailabilities',
      data: { fieldworker, kind: 'leave', start: sydney(day, from), end: sydney(day, to) },
      overrideAccess: true,
    })
    return id
  }
  const absence = async (id: string) => {
    const [row] = await harness.sql<{ start: string; end: string; starts: string }>(
      `select start, "end", starts_at as starts from unavailabilities absence
       join occupancies on unavailability_id = absence.id where absence.id = $1`,
      [id],
    )
    return row && [row.start, row.end, row.starts].map((at) => new Date(at).toISOString())
  }
  // Bo's clock is another zone's, so that the absence stays and Ann's moves.
  const [boAway, annAway] = [
    await away(bo, 12, '07:00', '09:00'),
    await away(ann, 12, '12:00', '13:00'),
  ]
  const blocked = await book(12, '09:00', bo)
  const behind = await book(12, '10:00', bo)
  const free = await book(12, '13:00', ann)
  const times = { blocked: await timesOf(blocked), behind: await timesOf(behind) }
  const wasFree = await timesOf(free)
  const wasAway = [await absence(boAway), await absence(annAway)]
  await run()
  await upgrade(11)

  expect(await run()).toEqual({ visits: 1, absences: 1, left: 2 })

  expect(await timesOf(blocked)).toEqual(times.blocked)
  expect(await timesOf(behind)).toEqual(times.behind)
  expect(await timesOf(free)).toEqual(earlier(wasFree))
  expect(await absence(boAway)).toEqual(wasAway[0])
  expect(await absence(annAway)).toEqual(
    wasAway[1]?.map((at) => new Date(Date.parse(at) - hourMs).toISOString()),
  )
  const [told, ...more] = await entriesOf('visit-clock-changed', blocked)
  expect(told?.body).toMatch(/agreed for .*8:00.am and is at .*9:00.am now.*an absence of/)
  expect(told?.href).toBe(`/admin/collections/bookings/${blocked}`)
  expect(more.map(({ user_id }) => user_id)).not.toContain(told?.user_id)
  const [next] = await entriesOf('visit-clock-changed', behind)
  const [{ number } = { number: '' }] = await harness.sql<{ number: string }>(
    'select number from bookings where id = $1',
    [blocked],
  )
  expect(next?.body).toContain(`There it would meet ${number} of `)
  expect(await entriesOf('visit-conflict', free)).toEqual([])

  expect(await run()).toEqual(nothing)
  expect(await entriesOf('visit-clock-changed', blocked)).toHaveLength(1 + more.length)
  await setZone(zone)
})

test('D12: visits that are over or past their clock time stay, and older rules are never gone back to', async () => {
  const past = await book(16, '09:00')
  const soon = await book(17, '09:00')
  const times = [await timesOf(past), await timesOf(soon)]
  await run()
  await upgrade(15)
  const rules = () => harness.sql('select * from zone_rules order by zone')
  const kept = await rules()

  expect(await run({ release: '2019z' })).toEqual(nothing)
  expect(await rules()).toEqual(kept)

  const now = Date.parse(sydney(17, '08:30'))
  expect(await run({ now })).toEqual({ visits: 0, absences: 0, left: 1 })
  expect([await timesOf(past), await timesOf(soon)]).toEqual(times)
  expect((await entriesOf('visit-clock-changed', soon))[0]?.body).toContain('That time has passed.')
  expect(await entriesOf('visit-clock-changed', past)).toEqual([])
})

test('D12: no one outside the rules can move a visit as if its clock had changed', async () => {
  const booking = await book(20, '09:00')
  const [visit] = await harness.visitsOf(booking)
  const times = await timesOf(booking)
  const start = sydney(21, '09:00')
  const command = { name: 'follow-clock', as: 'system' }

  const answer = await harness.send('PATCH', `/appointments/${visit?.id}`, 'admin', {
    start,
    command,
  })

  expect(answer.code).toBe('not-allowed')
  expect(await timesOf(booking)).toEqual(times)
})
