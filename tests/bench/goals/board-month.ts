import { createLocalReq } from 'payload'
import { boardQuerySchema } from '../../../src/contracts/board.ts'
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
    const text = await read()
    const visits = (JSON.parse(text) as { visits: unknown[] }).visits.length
    if (visits < 11_000) throw new Error(`The board shows ${visits} of 12,000 visits.`)
    const month = await bench.compare({ subject: read, anchor: () => rawMonth(bench, from, to) })
    const list = async () => {
      for (let times = 0; times < 10; times += 1) {
        const req = await createLocalReq({ user: docs[0] as never }, bench.payload)
        const found = await bench.payload.find({
          collection: 'bookings',
          where: { status: { equals: 'confirmed' } },
          sort: '-createdAt',
          limit: 26,
          pagination: false,
          depth: 0,
          joins: false,
          req,
          overrideAccess: false,
        })
        if (found.docs.length !== 26) throw new Error(`${found.docs.length} of 26 rows.`)
      }
    }
    const page = await bench.compare({ subject: list, anchor: list })
    const grown = bench.scale >= 4 ? 988_000 : bench.scale < 1 ? 48_000 : 108_000
    await fillMonth(bench, { prefix: 'G', first: sydney(400, '07:00'), count: grown })
    const larger = await bench.compare({ subject: read, anchor: () => rawMonth(bench, from, to) })
    const longer = await bench.compare({ subject: list, anchor: list })
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
        value: larger.subject.cpu / month.subject.cpu,
        unit: '×',
        limits: { pass: 1.2, stretch: 1.2 },
        note: growthOf(larger.subject.cpu / month.subject.cpu, (12_000 + grown) / 12_000),
        short: 'each booking is found in an index of all, where a small table is read whole',
      },
      {
        what: `a page of a list among ${all} bookings beside itself among 12,000`,
        value: longer.subject.cpu / page.subject.cpu,
        unit: '×',
        limits: { pass: 1.2, stretch: 1.2 },
        note: growthOf(longer.subject.cpu / page.subject.cpu, (12_000 + grown) / 12_000),
      },
    ]
  },
}
