import type { Payload } from 'payload'
import { afterAll, beforeAll } from 'vitest'
import { localCalendar, localEmail, localSms } from '../../plugins/local/adapter.ts'
import { type App, startApp } from '../support/app.ts'
import type { Fault } from '../support/port-world.ts'
import { ownerOf } from '../support/records.ts'
import { runSql } from '../support/run-sql.ts'
import { testCalendarPort } from './test-calendar-port.ts'
import { testEmailPort } from './test-email-port.ts'
import { testSmsPort } from './test-sms-port.ts'

type Database = { execute: (statement: unknown) => Promise<unknown> }
type Kept = {
  to: string
  subject: string
  html: string
  text: string
  attachments: { filename: string; contentType: string; content: string }[]
}

const faults = ['unavailable', 'lost-answer', 'hang'] as const

const cut = (code: string) =>
  Object.assign(new Error('Connection terminated unexpectedly to jo@guest.test'), { code })

/** Puts faults between the local adapters and their database. */
const faultyDatabase = (payload: Payload) => {
  const database = (payload.db as unknown as { drizzle: Database }).drizzle
  const execute = database.execute.bind(database)
  let next: Fault | undefined
  database.execute = async (statement) => {
    const fault = next
    next = undefined
    if (fault === 'unavailable') throw cut('53300')
    if (fault === 'hang') return new Promise(() => undefined)
    const answer = await execute(statement)
    if (fault === 'lost-answer') throw cut('57P01')
    return answer
  }
  return (fault: Fault) => {
    next = fault
  }
}

let app: App
let inject: (fault: Fault) => void

beforeAll(async () => {
  app = await startApp()
  inject = faultyDatabase(app.payload)
}, 120_000)
afterAll(() => app.stop())

const sql = <Row>(statement: string, key: string) => runSql<Row>(app.url, statement, [key])
const close = async () => undefined

/** Messages of the local outbox. */
const openOutbox = async <Port>(create: (payload: Payload) => Port) => {
  const rows = (key: string) =>
    sql<Kept>('select * from outbox_messages where delivery_key = $1', key)
  return {
    ...{ port: create(app.payload), inject, close },
    effects: async (key: string) => (await rows(key)).length,
    kept: async (key: string) => (await rows(key))[0],
  }
}

testEmailPort({ name: 'local', faults, open: () => openOutbox(localEmail) })
testSmsPort({ name: 'local', faults, open: () => openOutbox(localSms) })

type Entry = { [Field in 'description' | 'location' | 'timezone' | 'title']: string } & {
  start: Date
  end: Date
  state: string
}

testCalendarPort({
  name: 'local',
  faults,
  open: async () => {
    const rows = (key: string) => sql<Entry>('select * from calendar_events where key = $1', key)
    const { fieldworker } = await ownerOf(app.payload, 'customer', 'fieldworker')
    return {
      ...{ port: localCalendar(app.payload), inject, close, fieldworker },
      effects: async (key) => (await rows(key)).length,
      entry: async (key) => {
        const [row] = await rows(key)
        if (!row || row.state === 'removed') return undefined
        const { title, description, location, timezone, start, end } = row
        const instants = { start: start.toISOString(), end: end.toISOString() }
        return { title, description, location, timezone, ...instants }
      },
    }
  },
})
