import { sql } from 'drizzle-orm'
import { createLocalReq, type PayloadRequest } from 'payload'
import { boardQuerySchema } from '../../../src/contracts/scheduling/board.ts'
import { query } from '../../../src/database/query.ts'
import { sydney } from '../../support/shop.ts'
import { type Goal, growthOf } from '../goal.ts'
import type { Bench } from '../open-bench.ts'
import { employ } from './bookable.ts'
import { fillMonth } from './month-visits.ts'

/** Raw rows of the same month as drizzle-less objects, made into one JSON text. */
const rawMonth = async ({ sql }: Bench, from: string, to: string): Promise<void> => {
  const rows = await sql(
    `select a.id, a.booking_id, a.fieldworker_id, a.start, a."end", a.status, a.acceptance,
      a.progress, b.number, c.name as customer, s.name as service
    from appointments a join bookings b on b.id = a.booking_id
      join customers c on c.id = b.customer_id left join services s on s.id = a.service_id
    where a.start < $2::date and a."end" > $1::date and b.deleted_at is null`,
    [from, to],
  )
  JSON.stringify(rows)
}

/**
 * Work of the board's kind on no table, and a list of a table that stays as it is: a machine that
 * is slower minutes later is so for them as well, so that only growth is left of a ratio of ratios.
 */
const yardsticks = (bench: Bench, user: unknown) => ({
  board: async () => {
    const req = await createLocalReq({ user: user as never }, bench.payload)
    const [row] = await query<{ text: string }>(
      req,
      sql`select string_agg('["' || md5(n::text) || '",' || n || ']', ',') as text
        from generate_series(1, 30000) n`,
    )
    if (!row) throw new Error('The yardstick came back empty.')
  },
  list: () =>
    listed(bench, user, (req) =>
      bench.payload.find({ collection: 'fieldworkers', sort: 'name', ...page, req }),
    ),
})

const page = { limit: 26, pagination: false, depth: 0, overrideAccess: false } as const

/** A list as the panel reads it, ten times. @throws {Error} where there are fewer than 26 rows */
const listed = async (
  { payload }: Bench,
  user: unknown,
  find: (req: PayloadRequest) => Promise<{ docs: unknown[] }>,
): Promise<void> => {
  for (let times = 0; times < 10; times += 1) {
    const { docs } = await find(await createLocalReq({ user: user as never }, payload))
    if (docs.length !== 26) throw new Error(`${docs.length} of 26 rows.`)
  }
}

/** The dispatch board of a month with fifty people, beside raw rows, and as tables grow. */
export const boardMonth: Goal = {
  id: 'P16, P17',
  title: 'The board of a month',
  run: async (bench) => {
    await employ(bench, 50)
    const from = sydney(70, '00:00').slice(0, 10)
    const to = sydney(100, '00:00').slice(0, 10)
    const { readBoard } = await import('../../../src/operations/scheduling/read-board.ts')
    const { docs } = await bench.payload.find({
      collection: 'users',
      where: { 'role.slug': { equals: 'administrator' } },
      limit: 1,
      overrideAccess: true,
    })
    const read = async () => {
      const req = await createLocalReq({ user: docs[0] as never }, bench.payload)
      return String(await readBoard(req, boardQuerySchema.parse({ from, to })))
    }
    await fillMonth(bench, { prefix: 'M', first: sydney(70, '07:00'), count: 12_000 })
    const shown = (board: string) => (JSON.parse(board) as { visits: unknown[] }).visits.length
    const text = await read()
    const visits = shown(text)
    if (visits < 11_000) throw new Error(`The board shows ${visits} of 12,000 visits.`)
    const month = await bench.compare({ subject: read, anchor: () => rawMonth(bench, from, to) })
    const yardstick = yardsticks(bench, docs[0])
    const list = () =>
      listed(bench, docs[0], (req) =>
        bench.payload.find({
          collection: 'bookings',
          where: { status: { equals: 'confirmed' } },
          sort: '-createdAt',
          joins: false,
          ...page,
          req,
        }),
      )
    const measure = async () => ({
      board: await bench.compare({ subject: read, anchor: yardstick.board, pairs: 15 }),
      list: await bench.compare({ subject: list, anchor: yardstick.list, pairs: 15 }),
    })
    const before = await measure()
    const grown = bench.scale >= 4 ? 988_000 : bench.scale < 1 ? 48_000 : 108_000
    await fillMonth(bench, { prefix: 'G', first: sydney(400, '07:00'), count: grown })
    if (shown(await read()) !== visits) throw new Error('The board shows visits of other months.')
    const after = await measure()
    const growth = (of: 'board' | 'list') => after[of].value / before[of].value
    const [board, pages] = [growth('board'), growth('list')]
    const all = (12_000 + grown).toLocaleString('en')
    return [
      {
        what: `CPU of the board, ${visits} visits, beside raw rows as JSON`,
        value: month.value,
        unit: '×',
        range: month.range,
        limits: { pass: 1.3, stretch: 0.6 },
        note: `${month.subject.cpu.toFixed(0)} ms`,
      },
      {
        what: 'bytes a visit',
        value: Buffer.byteLength(text) / visits,
        unit: 'B',
        limits: { pass: 90, stretch: 90 },
      },
      {
        what: 'statements of the board, one of them for the caller’s role',
        value: month.subject.statements,
        unit: 'SQL',
        limits: { pass: 3, stretch: 3 },
      },
      {
        what: `the same month among ${all} visits beside itself among 12,000`,
        value: board,
        unit: '×',
        limits: { pass: 1.2, stretch: 1.2 },
        note: growthOf(board, (12_000 + grown) / 12_000),
      },
      {
        what: `a page of a list among ${all} bookings beside itself among 12,000`,
        value: pages,
        unit: '×',
        limits: { pass: 1.2, stretch: 1.2 },
        note: growthOf(pages, (12_000 + grown) / 12_000),
      },
    ]
  },
}
