import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assertConstraints } from '../../../src/database/assert-constraints.ts'
import { migrate } from '../../../src/database/migrate.ts'
import { migrations } from '../../../src/database/migrations/index.ts'
import { type App, startApp } from '../../support/app.ts'
import { insert, ownerOf } from '../../support/records.ts'
import { runSql } from '../../support/run-sql.ts'

type Kit = {
  generateDrizzleJson: (schema: unknown) => Promise<object>
  generateMigration: (before: object, after: object) => Promise<string[]>
}
type Database = { migrationDir: string; schema: unknown; requireDrizzleKit: () => Kit }

const hour = 3_600_000
const start = Date.parse('2031-03-03T09:00:00.000Z')
const at = (hours: number) => new Date(start + hours * hour).toISOString()

let app: App
let fieldworker: string
let other: string

beforeAll(async () => {
  app = await startApp()
  fieldworker = (await ownerOf(app.payload, 'customer', 'fieldworker')).fieldworker
  other = (await ownerOf(app.payload, 'customer', 'otherFieldworker')).fieldworker
})

afterAll(() => app.stop())

const occupy = (person: string, from: number, to: number, exclusive = true) =>
  runSql(
    app.url,
    `insert into occupancies (fieldworker_id, starts_at, ends_at, kind, exclusive)
     values ('${person}', '${at(from)}', '${at(to)}', 'visit', ${exclusive})`,
  )

describe('the migrations', () => {
  test('make the schema that the collections describe', async () => {
    const db = app.payload.db as unknown as Database
    const kit = db.requireDrizzleKit()
    const snapshots = readdirSync(db.migrationDir).filter((file) => file.endsWith('.json'))
    const latest = snapshots.toSorted().at(-1) ?? ''
    const before = JSON.parse(readFileSync(path.join(db.migrationDir, latest), 'utf8'))

    const statements = await kit.generateMigration(before, await kit.generateDrizzleJson(db.schema))

    expect(statements, 'run npm run migration -- <name> for these').toEqual([])
    expect(migrations.map(({ name }) => `${name}.json`)).toEqual(snapshots.toSorted())
  })

  test('may run any number of times, and from two processes at once', async () => {
    await Promise.all([migrate(app.payload), migrate(app.payload)])

    await expect(assertConstraints(app.payload)).resolves.toBeUndefined()
  })

  test('are missed by name when a constraint is gone', async () => {
    await runSql(app.url, 'alter table occupancies drop constraint occupancies_no_overlap')

    await expect(assertConstraints(app.payload)).rejects.toThrow('occupancies_no_overlap')
    await migrate(app.payload)
    await expect(assertConstraints(app.payload)).resolves.toBeUndefined()
  })
})

describe('the database', () => {
  test('never books a person twice at one time, whatever writes to it', async () => {
    await occupy(fieldworker, 0, 2)

    await expect(occupy(fieldworker, 1, 3)).rejects.toMatchObject({ code: '23P01' })
    await expect(occupy(fieldworker, 2, 3)).resolves.toBeDefined()
    await expect(occupy(other, 1, 3)).resolves.toBeDefined()
  })

  test('takes facts over each other: only what is exclusive excludes', async () => {
    await occupy(fieldworker, 10, 12)

    await expect(occupy(fieldworker, 11, 13, false)).resolves.toBeDefined()
  })

  test('takes no time that ends before it starts', async () => {
    await expect(occupy(fieldworker, 21, 20)).rejects.toMatchObject({ code: '23514' })
    await expect(occupy(fieldworker, 20, 20)).rejects.toMatchObject({ code: '23514' })
  })

  test('takes an unavailability of a person or of a location, not of both or neither', async () => {
    const absence = { start: at(30), end: at(31), kind: 'leave' }
    const location = await insert(app.payload, 'locations', {
      name: 'Depot',
      timezone: 'Australia/Sydney',
    })

    await expect(insert(app.payload, 'unavailabilities', absence)).rejects.toThrow()
    await expect(
      insert(app.payload, 'unavailabilities', { ...absence, fieldworker, location }),
    ).rejects.toThrow()
    await expect(
      insert(app.payload, 'unavailabilities', { ...absence, location }),
    ).resolves.toBeDefined()
  })

  test('adds to the history and never changes it', async () => {
    await insert(app.payload, 'audit-events', {
      at: at(0),
      subjectType: 'bookings',
      subjectId: 'one',
      command: 'create',
      actorKind: 'system',
      channel: 'seed',
      hash: 'one',
    })

    for (const statement of [
      "update audit_events set command = 'other'",
      'delete from audit_events',
      'truncate audit_events',
    ]) {
      await expect(runSql(app.url, statement), statement).rejects.toMatchObject({ code: '42501' })
    }
  })
})
