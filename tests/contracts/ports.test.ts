import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Integrations, integrationsOf } from '../../src/integrations.ts'
import type { CalendarEvent } from '../../src/ports/calendar.ts'
import type { EmailMessage } from '../../src/ports/email.ts'
import type { EffectContext } from '../../src/ports/outcome.ts'
import { type App, startApp } from '../support/app.ts'
import { ownerOf } from '../support/records.ts'
import { runSql } from '../support/run-sql.ts'

let app: App
let ports: Required<Pick<Integrations, 'calendar' | 'email' | 'sms'>>
let fieldworker: string

beforeAll(async () => {
  app = await startApp()
  const { calendar, email, sms } = integrationsOf(app.payload)
  if (!calendar || !email || !sms) throw new Error('A port is missing.')
  ports = { calendar, email, sms }
  fieldworker = (await ownerOf(app.payload, 'customer', 'fieldworker')).fieldworker
}, 120_000)
afterAll(() => app.stop())

const context = (key: string, signal = AbortSignal.timeout(5000)): EffectContext => ({
  key,
  attempt: 1,
  now: Date.now(),
  signal,
})

const mail: EmailMessage = {
  from: '"Shop" <shop@example.test>',
  to: 'jo@guest.test',
  subject: 'Confirmed: your booking',
  html: '<p>Über naïve “quotes”</p>',
  text: 'Über naïve “quotes”',
  attachments: [
    { filename: 'booking.ics', contentType: 'text/calendar', content: 'BEGIN:VCALENDAR\r\n' },
  ],
}

const event: CalendarEvent = {
  key: 'visit-1:person-1',
  title: 'Tap repair',
  description: 'Booking FB-1',
  location: '12 King Street',
  start: '2026-11-22T22:00:00.000Z',
  end: '2026-11-23T00:00:00.000Z',
  timezone: 'Australia/Sydney',
}

const kept = (key: string) =>
  runSql<{ id: string; text: string; attachments: unknown }>(
    app.url,
    'select * from outbox_messages where delivery_key = $1',
    [key],
  )

const entries = () =>
  runSql<{ state: string; title: string; start: Date }>(
    app.url,
    'select * from calendar_events where key = $1',
    [event.key],
  )

const sends = {
  email: (at: EffectContext) => ports.email.send(mail, at),
  sms: (at: EffectContext) => ports.sms.send({ to: '+61412345678', body: 'Hello' }, at),
}

describe.each(['email', 'sms'] as const)('the %s port', (port) => {
  test('takes a message and gives it a reference', async () => {
    const outcome = await sends[port](context(`${port}-1`))

    expect(outcome).toMatchObject({ kind: 'ok', replayed: false })
    expect(await kept(`${port}-1`)).toHaveLength(1)
  })

  test('takes the same key again as the same message', async () => {
    const first = await sends[port](context(`${port}-2`))
    const second = await sends[port](context(`${port}-2`))

    expect(second).toMatchObject({ kind: 'ok', replayed: true })
    expect(second.kind === 'ok' && second.value).toEqual(first.kind === 'ok' && first.value)
  })

  test('makes one message of twenty that come with one key at once', async () => {
    const calls = Array.from({ length: 20 }, () => sends[port](context(`${port}-3`)))
    const outcomes = await Promise.all(calls)

    expect(outcomes.every(({ kind }) => kind === 'ok' || kind === 'retry')).toBe(true)
    expect(await kept(`${port}-3`)).toHaveLength(1)
  })

  test('does nothing, and says so, when its time was over before it began', async () => {
    const outcome = await sends[port](context(`${port}-4`, AbortSignal.abort()))

    expect(outcome).toMatchObject({ kind: 'retry', reason: 'unavailable' })
    expect(await kept(`${port}-4`)).toHaveLength(0)
  })

  test('answers about its health', async () => {
    expect(await ports[port].health()).toMatchObject({ status: 'ok' })
  })
})

test('a mail is kept letter by letter, its attachments too', async () => {
  await ports.email.send(mail, context('letters'))

  expect(await kept('letters')).toMatchObject([
    { to: mail.to, subject: mail.subject, html: mail.html, text: mail.text },
  ])
  expect((await kept('letters'))[0]?.attachments).toEqual(mail.attachments)
})

test('a mail that cannot be stored is refused for good, not thrown', async () => {
  const outcome = await ports.email.send({ ...mail, text: 'a\u0000b' }, context('zero'))

  expect(outcome).toMatchObject({ kind: 'permanent', code: 'invalid' })
  expect(JSON.stringify(outcome)).not.toContain(mail.to)
})

test('the sms port knows which messages went out', async () => {
  await sends.sms(context('found'))

  expect(await ports.sms.find('found')).toMatchObject({ kind: 'ok', value: {} })
  expect(await ports.sms.find('never')).toEqual({ kind: 'ok', value: null })
})

describe('the calendar port', () => {
  const upsert = (change: Partial<CalendarEvent> = {}) =>
    ports.calendar.upsert(fieldworker, { ...event, ...change }, context('calendar'))
  const remove = (key = event.key) => ports.calendar.remove(fieldworker, key, context('calendar'))

  test('makes one event, and changes it in place', async () => {
    const first = await upsert()
    const second = await upsert({ title: 'Tap and basin' })

    expect(second.kind === 'ok' && second.value).toEqual(first.kind === 'ok' && first.value)
    expect(await entries()).toMatchObject([{ title: 'Tap and basin', state: 'confirmed' }])
    expect((await entries())[0]?.start.toISOString()).toBe(event.start)
  })

  test('removes an event, twice or one that never was without complaint', async () => {
    await upsert()
    for (const key of [event.key, event.key, 'never']) {
      expect(await remove(key)).toMatchObject({ kind: 'ok' })
    }
    expect(await entries()).toMatchObject([{ state: 'removed' }])
  })

  test('brings a removed event back', async () => {
    await remove()
    await upsert()
    expect(await entries()).toMatchObject([{ state: 'confirmed' }])
  })

  test('refuses somebody who does not exist without throwing', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000'
    const outcome = await ports.calendar.upsert(nobody, { ...event, key: 'x' }, context('x'))
    expect(outcome).toMatchObject({ kind: 'permanent' })
  })
})
