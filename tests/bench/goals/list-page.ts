import { createLocalReq } from 'payload'
import type { Goal } from '../goal.ts'
import { bodyAt, employ, startAt } from './bookable.ts'

const page = 25

/** A page of bookings with the rules of its reader, beside the same fields without any rules. */
export const listPage: Goal = {
  id: 'P18',
  title: 'A page of a list',
  run: async (bench) => {
    await employ(bench, 50)
    const [{ n } = { n: 0 }] = await bench.sql<{ n: number }>(
      'select count(*)::int as n from bookings',
    )
    for (let at = n; at < page; at++) {
      await bench.ask('POST', '/app/bookings', { body: bodyAt(bench, startAt(250 - at)) })
    }
    const { docs } = await bench.payload.find({
      collection: 'users',
      where: { 'role.slug': { equals: 'administrator' } },
      limit: 1,
      overrideAccess: true,
    })
    const find = async (overrideAccess: boolean) => {
      for (let times = 0; times < 5; times++) {
        const req = await createLocalReq({ user: docs[0] as never }, bench.payload)
        const found = await bench.payload.find({
          collection: 'bookings',
          limit: page,
          depth: 0,
          joins: false,
          req,
          overrideAccess,
        })
        if (found.docs.length !== page) throw new Error(`${found.docs.length} of ${page} rows.`)
      }
    }
    const read = await bench.compare({
      subject: () => find(false),
      anchor: () => find(true),
    })
    return [
      {
        what: `CPU of ${page} bookings as staff see them beside the same without access rules`,
        value: read.value,
        unit: '×',
        range: read.range,
        limits: { pass: 1.3, stretch: 1.1 },
        note: `${(read.subject.cpu / 5).toFixed(1)} ms`,
      },
      {
        what: 'statements beyond those without rules (the role is one)',
        value: (read.subject.statements - read.anchor.statements) / 5,
        unit: 'SQL',
        limits: { pass: 1, stretch: 0 },
      },
    ]
  },
}
