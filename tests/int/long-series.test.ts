import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOfBooking } from '../support/booking-rows.ts'
import { type Desk, openDesk } from '../support/desk.ts'
import { type MoveDesk, moveDeskOf } from '../support/move-desk.ts'
import { sydney } from '../support/shop.ts'
import { countStatements } from '../support/statements.ts'

let desk: Desk
let one: string
let book: MoveDesk['book']
beforeAll(async () => {
  desk = await openDesk()
  one = desk.shop.people[0]
  book = moveDeskOf(desk).book
}, 120_000)
afterAll(() => desk.stop())

type Made = { series: { id: string }; bookings: { id: string }[] }

const repeat = async (booking: string, count: number, more: object = {}): Promise<Made> => {
  const rule = { unit: 'week', every: 1, count }
  const answer = await desk.send('POST', '/app/series', 'dispatcher', { booking, rule, ...more })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body as unknown as Made
}

const timed = async (name: string, work: () => Promise<unknown>) => {
  const since = performance.now()
  const count = await countStatements(work)
  console.log(name, count, Math.round(performance.now() - since))
  return count
}

describe('a long series', () => {
  test('costs as many statements with 52 occurrences as with four', async () => {
    const short = await book({ start: sydney(3, '08:00'), fieldworker: one })
    const long = await book({ start: sydney(3, '10:00'), fieldworker: one })
    let few: Made | undefined
    let many: Made | undefined

    const a = await timed('4', async () => {
      few = await repeat(short, 4)
    })
    const b = await timed('52', async () => {
      many = await repeat(long, 52)
    })
    await timed('52 end', async () => {
      const r = await desk.send('POST', `/series/${many?.series.id}/end`, 'dispatcher', {
        future: 'cancel',
      })
      expect(r.status).toBe(200)
    })
    const mid = await book({ start: sydney(3, '12:00'), fieldworker: one })
    const m = await repeat(mid, 52)
    await timed('52 move', async () => {
      const r = await desk.send('POST', `/series/${m.series.id}/move`, 'dispatcher', {
        scope: 'all',
        booking: mid,
        start: sydney(3, '13:00'),
      })
      expect(r.status, JSON.stringify(r.body)).toBe(200)
    })
    expect(b).toBeLessThanOrEqual(a + 2)
    expect(few && many).toBeTruthy()
  })
})
