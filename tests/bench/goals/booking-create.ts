import type { Goal } from '../goal.ts'
import { bodyAt, employ, startAt } from './bookable.ts'
import { plainCreates } from './plain-creates.ts'

/** How many of each a pair does, so that a pair is long beside the clock's grain. */
const batch = 5
const pairs = 24
/** How often each is done before it counts: a cold anchor costs twice as much and flatters. */
const warmUps = 12

let taken = 0

/** A whole booking beside three plain creates, and what a refusal costs beside it. */
export const bookingCreate: Goal = {
  id: 'P7, P8, P10',
  title: 'Booking a slot',
  run: async (bench) => {
    await employ(bench, 50)
    const book = async () => {
      for (let n = 0; n < batch; n++) {
        await bench.ask('POST', '/app/bookings', { body: bodyAt(bench, startAt(taken++)) })
      }
    }
    const plain = async () => {
      for (let n = 0; n < batch; n++) await plainCreates(bench)
    }
    for (let round = 0; round < warmUps; round++) {
      await plain()
      await book()
    }
    const create = await bench.compare({ subject: book, anchor: plain, pairs })

    const [one, other] = bench.shop.people
    const full = startAt(0)
    await bench.sql('update fieldworkers set active = id = any($1)', [[one, other]])
    for (let tries = 0; tries < 3; tries++) {
      await bench.send('POST', '/app/bookings', bodyAt(bench, full))
    }
    const refuse = async () => {
      for (let n = 0; n < batch; n++) {
        await bench.ask('POST', '/app/bookings', { body: bodyAt(bench, full), status: 409 })
      }
    }
    const refusal = await bench.compare({ subject: refuse, anchor: book })
    await bench.sql('update fieldworkers set active = true')

    return [
      {
        what: 'CPU of a booking beside three plain creates',
        value: create.value,
        unit: '×',
        range: create.range,
        limits: { pass: 1.6, stretch: 1 },
        note: `${(create.subject.cpu / batch).toFixed(1)} ms, of it Node ${(create.subject.node / batch).toFixed(1)} ms`,
        short: 'seven rows with history and messages beside three bare ones',
      },
      {
        what: 'statements of a booking',
        value: create.subject.statements / batch,
        unit: 'SQL',
        limits: { pass: 14, stretch: 14 },
      },
      {
        what: 'CPU of a refusal beside a booking',
        value: refusal.value,
        unit: '×',
        range: refusal.range,
        limits: { pass: 0.35, stretch: 0.15 },
        short: 'three other times are looked up for each',
      },
    ]
  },
}
