import { afterAll, beforeAll, expect, test } from 'vitest'
import { maxPage } from '../../../src/access/queries/page-size.ts'
import { type App, startApp } from '../../support/app.ts'
import { type ApiAnswer, openApi } from '../../support/ask-api.ts'
import { insertBooking, ownerOf } from '../../support/records.ts'
import { randomFrom } from '../../support/random-commands.ts'
import { type RandomQuery, randomQueries } from '../../support/random-queries.ts'
import { runSql } from '../../support/run-sql.ts'

/** `FUZZ=16000` is the full proof. */
const amount = Number(process.env['FUZZ'] ?? 1000)
const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_130)
/** More rows than fit on a page, so that a page without an end would show. */
const rows = maxPage + 50

let app: App
let api: ReturnType<typeof openApi>

beforeAll(async () => {
  app = await startApp()
  api = openApi(app)
  const owner = await ownerOf(app.payload, 'customer', 'fieldworker')
  await insertBooking(app.payload, owner, { number: 'ONE', start: '2030-01-01T00:00:00.000Z' })
  await runSql(
    app.url,
    `insert into labels (name, colour) select 'label ' || n, '#101010'
     from generate_series(1, ${rows}) n`,
  )
})

afterAll(() => {
  api.stop()
  return app.stop()
})

/** Long questions travel as a form. */
const asForm = {
  'content-type': 'application/x-www-form-urlencoded',
  'x-payload-http-method-override': 'GET',
}

const send = ({ as, method, path, form }: RandomQuery): Promise<ApiAnswer> =>
  api.ask(as, path, { method, ...(form !== undefined && { body: form, headers: asForm }) })

const rowsIn = (value: unknown): number[] => {
  if (typeof value !== 'object' || value === null) return []
  const own = 'docs' in value && Array.isArray(value.docs) ? [value.docs.length] : []
  return [...own, ...Object.values(value).flatMap(rowsIn)]
}

test(`${amount} questions of every kind are answered or refused in words`, async () => {
  const next = randomQueries(app.payload, randomFrom(seed))
  const told: Record<number, number> = {}
  const wrong: string[] = []
  for (let count = 0; count < amount; count++) {
    const query = next()
    const { status, body } = await send(query)
    told[status] = (told[status] ?? 0) + 1
    const isRefused = status >= 400
    const isWorded = !isRefused || body.errors?.[0]?.code !== undefined
    const isShort = rowsIn(body).every((length) => length <= maxPage)
    if (status < 500 && isWorded && isShort) continue
    wrong.push(`${status} ${query.as} ${query.path} ${query.form ?? ''}`)
  }
  process.stdout.write(`queries: ${amount} sent, ${JSON.stringify(told)}, ${wrong.length} wrong\n`)

  expect(wrong.slice(0, 40)).toEqual([])
}, 3_600_000)
