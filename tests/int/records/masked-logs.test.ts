import { inspect } from 'node:util'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { maskedLogger } from '../../../src/database/masked-logger.ts'
import { type App, startApp } from '../../support/app.ts'

const address = 'ann@guest.test'
let app: App

beforeAll(async () => {
  app = await startApp()
}, 120_000)
afterAll(() => app.stop())

const refusedBy = async (statement: ReturnType<typeof sql>): Promise<Error> => {
  const { drizzle } = app.payload.db as unknown as {
    drizzle: { execute: (statement: ReturnType<typeof sql>) => Promise<unknown> }
  }
  return drizzle.execute(statement).then(
    () => new Error('It was not refused.'),
    (error: Error) => error,
  )
}

const refused = [
  ['a value of the wrong form', () => sql`select ${address}::uuid`],
  [
    'a value that is there already',
    () =>
      sql`with again as (select ${address} as name from generate_series(1, 2))
        insert into skills (name) select name from again`,
  ],
] as const

test.each(refused)('%s stands in no log', async (_words, statement) => {
  const error = await refusedBy(statement())
  const written: unknown[] = []
  const { options } = maskedLogger as unknown as {
    options: {
      hooks: { logMethod: (given: unknown[], write: (...all: unknown[]) => void) => void }
    }
  }

  for (const given of [[error], [{ err: error, msg: error.message }], [error.stack]]) {
    options.hooks.logMethod.call({}, given, (...all) => written.push(...all))
  }

  expect(inspect(error, { depth: 9 })).toContain('Failed query')
  for (const printed of [inspect(error, { depth: 9 }), inspect(written, { depth: 9 })]) {
    expect(printed).not.toContain(address)
  }
})
