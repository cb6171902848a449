import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changeFeedOf, closeChangeFeed } from '../../../src/database/messages/change-feed.ts'
import { type Harness, openHarness } from '../../support/harness.ts'
import type { Person } from '../../support/people.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
beforeAll(async () => {
  harness = await openHarness()
})
afterAll(async () => {
  await closeChangeFeed(harness.app.payload)
  await harness.stop()
})

type Heard = { event: string; id: string; data: { kind?: string; id?: string; booking?: string } }

type Line = {
  heard: Heard[]
  /** Waits until something heard answers to the test, five seconds at most. */
  until: (is: (heard: Heard) => boolean) => Promise<Heard>
  isOver: () => boolean
  hangUp: () => Promise<void>
}

const read = (text: string): Heard => {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1] ?? ''
  return { event: field('event'), id: field('id'), data: JSON.parse(field('data') || '{}') }
}

const listen = async (
  as: Person,
  headers: Record<string, string> = {},
  path = '/app/events',
): Promise<Line> => {
  const answer = await harness.app.respond('GET', path, { as, headers })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader()
  const heard: Heard[] = []
  let isOver = false
  const text = new TextDecoder()
  const follow = async () => {
    let rest = ''
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      rest += text.decode(value, { stream: true })
      const parts = rest.split('\n\n')
      rest = parts.pop() ?? ''
      heard.push(...parts.filter((part) => part.includes('event: ')).map(read))
    }
    isOver = true
  }
  void follow()
  const until: Line['until'] = async (is) => {
    for (let tries = 0; tries < 100; tries++) {
      const found = heard.find(is)
      if (found) return found
      await pause(50)
    }
    throw new Error(`Not heard: ${JSON.stringify(heard)}`)
  }
  await until(({ event }) => event === 'ready')
  return { heard, until, isOver: () => isOver, hangUp: () => reader.cancel() }
}

const overIn = async (line: Line, milliseconds: number) => {
  const until = Date.now() + milliseconds
  while (!line.isOver() && Date.now() < until) await pause(20)
  return line.isOver()
}

let made = 0
const book = async (days: number, fieldworker: string, as: Person = 'admin') => {
  made += 1
  const { status, body } = await harness.book(
    {
      service: 'direct',
      start: sydney(days, '09:00'),
      ...(as === 'admin' && {
        fieldworker,
        customer: { name: `Guest ${made}`, email: `guest${made}@guests.test` },
      }),
    },
    as,
  )
  expect(status, JSON.stringify(body)).toBe(201)
  const [visit] = await harness.visitsOf(body.id)
  return { booking: body.id, visit: visit?.id ?? '' }
}

describe('who listens', () => {
  test('every listener in the office is notified of a new visit, with ids only', async () => {
    const lines = await Promise.all([listen('dispatcher'), listen('manager')])
    const { booking, visit } = await book(3, harness.shop.people[0])
    for (const line of lines) {
      const heard = await line.until(({ data }) => data.id === visit)
      expect(heard.event).toBe('change')
      expect(heard.data).toEqual({ kind: 'visit', id: visit, booking })
      await line.hangUp()
    }
  })

  test('hears of raw SQL too', async () => {
    const { visit } = await book(4, harness.shop.people[0])
    const line = await listen('dispatcher')
    await harness.sql(`update appointments set outcome_notes = 'by hand' where id = $1`, [visit])
    await line.until(({ data }) => data.id === visit)
    await line.hangUp()
  })

  test('never hears of what was rolled back', async () => {
    const { visit } = await book(5, harness.shop.people[0])
    const line = await listen('dispatcher')
    await harness.sql('begin')
    await harness.sql(`update appointments set outcome_notes = 'no' where id = $1`, [visit])
    await harness.sql('rollback')
    const other = await book(5, harness.shop.people[1])
    await line.until(({ data }) => data.id === other.visit)
    expect(line.heard.some(({ data }) => data.id === visit)).toBe(false)
    await line.hangUp()
  })

  test('a fieldworker hears of own visits and never of a colleague’s', async () => {
    const own = await listen('fieldworker')
    const colleague = await listen('otherFieldworker')
    const first = await book(6, harness.shop.people[0])
    await own.until(({ data }) => data.id === first.visit)
    const second = await book(6, harness.shop.people[1])
    await colleague.until(({ data }) => data.id === second.visit)

    const idsOf = (line: Line) => line.heard.flatMap(({ data }) => [data.id, data.booking])
    expect(idsOf(colleague)).not.toContain(first.visit)
    expect(idsOf(colleague)).not.toContain(first.booking)
    expect(idsOf(own)).not.toContain(second.visit)
    await Promise.all([own.hangUp(), colleague.hangUp()])
  })

  test('the person who loses a visit is notified, and no one else', async () => {
    const { visit } = await book(7, harness.shop.people[0])
    const loser = await listen('fieldworker')
    const winner = await listen('otherFieldworker')
    const body = { fieldworker: harness.shop.people[1] }
    expect(
      (await harness.send('POST', `/appointments/${visit}/assign`, 'dispatcher', body)).code,
    ).toBe(undefined)
    await loser.until(({ data }) => data.id === visit)
    await winner.until(({ data }) => data.id === visit)
    await Promise.all([loser.hangUp(), winner.hangUp()])
  })

  test('a customer is notified only of their own bookings', async () => {
    const own = await listen('customer')
    const other = await listen('otherCustomer')
    const { booking } = await book(8, harness.shop.people[0], 'customer')
    await own.until(({ data }) => data.booking === booking)
    const foreign = await book(9, harness.shop.people[0], 'otherCustomer')
    await other.until(({ data }) => data.booking === foreign.booking)
    expect(other.heard.some(({ data }) => data.booking === booking)).toBe(false)
    expect(own.heard.some(({ data }) => data.booking === foreign.booking)).toBe(false)
    await Promise.all([own.hangUp(), other.hangUp()])
  })

  test('strangers and keys without the scope do not listen', async () => {
    expect((await harness.app.respond('GET', '/app/events')).status).toBe(401)
    expect((await harness.app.respond('GET', '/app/events', { as: 'apiKey' })).status).toBe(403)
  })
})

describe('a line that breaks', () => {
  test('hears what it missed when it comes back with the last id', async () => {
    const line = await listen('dispatcher')
    const last = line.heard.at(-1)?.id ?? ''
    await line.hangUp()
    const witness = await listen('manager')
    const { visit } = await book(11, harness.shop.people[0])
    await witness.until(({ data }) => data.id === visit)

    const back = await listen('dispatcher', { 'last-event-id': last })
    await back.until(({ data }) => data.id === visit)
    expect(back.heard.some(({ event }) => event === 'reset')).toBe(false)
    await Promise.all([back.hangUp(), witness.hangUp()])
  })

  test('goes on after the event that a page names in the address', async () => {
    const line = await listen('dispatcher')
    const last = line.heard.at(-1)?.id ?? ''
    await line.hangUp()
    const { visit } = await book(14, harness.shop.people[0])
    const witness = await listen('manager', { 'last-event-id': last })
    await witness.until(({ data }) => data.id === visit)

    const back = await listen('dispatcher', {}, `/app/events?after=${last}`)
    await back.until(({ data }) => data.id === visit)
    const afresh = await listen('dispatcher', {}, '/app/events?after=elsewhere-3')
    await afresh.until(({ event }) => event === 'reset')
    await Promise.all([back.hangUp(), witness.hangUp(), afresh.hangUp()])
  })

  test.each(['somewhere-12', 'nonsense', '', '../../x'])(
    'is told to read again when its last id is %j',
    async (id) => {
      const line = await listen('dispatcher', { 'last-event-id': id })
      await line.until(({ event }) => event === 'reset')
      await line.hangUp()
    },
  )

  test('is asked to reload after a burst of changes and after the database was down', async () => {
    const line = await listen('dispatcher')
    await harness.sql(
      `update bookings set workflow_status = 'flood' where id in (select id from bookings)`,
    )
    const customers = `insert into bookings (status, source, customer_id)
      select 'pending', 'import', $1 from generate_series(1, 150)`
    await harness.sql(customers, [harness.shop.customer])
    await line.until(({ event }) => event === 'reset')
    line.heard.length = 0
    await harness.sql(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'fieldbook-changes'`)
    await line.until(({ event }) => event === 'reset')
    const { visit } = await book(12, harness.shop.people[0])
    await line.until(({ data }) => data.id === visit)
    await line.hangUp()
  })
})

describe('the end of a line', () => {
  test('comes within a second when the session ends or the account is closed', async () => {
    const line = await listen('manager')
    await harness.sql(
      `delete from users_sessions s using users u where s._parent_id = u.id and u.name = 'manager'`,
    )
    expect(await overIn(line, 1000)).toBe(true)

    const other = await listen('otherFieldworker')
    await harness.sql(`update users set active = false where name = 'otherFieldworker'`)
    expect(await overIn(other, 1000)).toBe(true)
  })

  test('comes within a second when a key or a customer is switched off, or the key is deleted', async () => {
    await harness.sql(`insert into api_keys_texts ("order", parent_id, path, text)
      select 1, id, 'scopes', 'appointments:read' from api_keys where name = 'apiKey'`)
    const key = await listen('apiKey')
    await harness.sql(`update api_keys set active = false where name = 'apiKey'`)
    expect(await overIn(key, 1000)).toBe(true)

    const customer = await listen('otherCustomer')
    await harness.sql(`update customers set active = false where name = 'otherCustomer'`)
    expect(await overIn(customer, 1000)).toBe(true)

    await harness.sql(`update api_keys set active = true where name = 'apiKey'`)
    const again = await listen('apiKey')
    await harness.sql(`delete from api_keys where name = 'apiKey'`)
    expect(await overIn(again, 1000)).toBe(true)
  })

  test('the rights are those of now: without the flag the office hears nothing more', async () => {
    const line = await listen('dispatcher')
    await harness.sql(
      `delete from roles_permissions p using roles r where p.parent_id = r.id
        and r.slug = 'dispatcher' and p.value::text = 'booking.view-all'`,
    )
    await pause(300)
    const { visit } = await book(13, harness.shop.people[0])
    await pause(500)
    expect(line.heard.some(({ data }) => data.id === visit)).toBe(false)
    await line.hangUp()
  })

  test('one session has eight lines at most, and a line let go makes room', async () => {
    const lines = await Promise.all(Array.from({ length: 8 }, () => listen('admin')))
    expect((await harness.app.respond('GET', '/app/events', { as: 'admin' })).status).toBe(429)
    await lines[0]?.hangUp()
    const again = await listen('admin')
    await Promise.all([...lines.slice(1), again].map((line) => line.hangUp()))
  })

  test('all lines end when the process goes down', async () => {
    const line = await listen('admin')
    await changeFeedOf(harness.app.payload).close()
    expect(await overIn(line, 1000)).toBe(true)
  })
})
