import { randomUUID } from 'node:crypto'
import { sydney } from '../../support/shop.ts'
import type { Goal } from '../goal.ts'
import { openPeer } from '../peers/open-peer.ts'
import { bodyAt, employ, startAt } from './bookable.ts'

/** How many of each a pair does, so that a pair is long beside the clock's grain. */
const batch = 5
const daysAhead = 55

let ours = 120
let theirs = 0

/** A guest books: our whole booking, seven rows, beside one reservation of payload-reserve. */
export const peerCreate: Goal = {
  id: 'P8',
  title: 'Booking a slot beside payload-reserve',
  isLong: true,
  run: async (bench) => {
    const peer = await openPeer(bench)
    if (typeof peer === 'string') return peer
    await employ(bench, 50)
    await peer.reserve(1000)
    const book = async () => {
      for (let n = 0; n < batch; n += 1)
        await bench.ask('POST', '/app/bookings', { body: bodyAt(bench, startAt(ours++)) })
    }
    const reserve = async () => {
      for (let n = 0; n < batch; n += 1) {
        const made = await peer.ask('POST', '/reserve/book', {
          service: peer.service,
          resource: peer.resources[theirs % peer.resources.length],
          // Beyond the days that are full of reservations already.
          startTime: sydney(35 + (Math.floor(theirs / 50) % daysAhead), '09:00'),
          guest: { name: 'Bench', phone: '0412345678' },
          idempotencyKey: randomUUID(),
        })
        if (!JSON.parse(made).id) throw new Error(`No reservation was made: ${made}`)
        theirs += 1
      }
    }
    const found = await bench.compare({
      subject: book,
      anchor: reserve,
      anchorSample: peer.sample,
      pairs: bench.scale < 1 ? 5 : 9,
    })
    const each = (cpu: number) => (cpu / batch).toFixed(1)
    return [
      {
        what: 'CPU of a whole booking beside one reservation of payload-reserve over HTTP',
        value: found.value,
        unit: '×',
        range: found.range,
        limits: { pass: 0.5, stretch: 0.25 },
        note: `${each(found.subject.cpu)} ms beside ${each(found.anchor.cpu)} ms and ${found.anchor.statements / batch} SQL`,
        short: 'seven rows beside one, and its own server without Next',
      },
    ]
  },
}
