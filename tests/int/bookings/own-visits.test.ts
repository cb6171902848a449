import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import {
  type MyVisitsAnswer,
  myVisitsAnswerSchema,
} from '../../../src/contracts/bookings/my-visits.ts'
import { type App, startApp } from '../../support/app.ts'
import { insertBooking, ownerOf, type Owned } from '../../support/records.ts'
import { runSql } from '../../support/run-sql.ts'

/** Two in the morning of Tuesday 22 September in Sydney; in UTC it is Monday still. */
const now = new Date('2026-09-21T16:00:00Z')

let app: App
let visits: Record<'today' | 'left' | 'begun' | 'done' | 'later', string>

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now })
  app = await startApp()
  const owner = await ownerOf(app.payload, 'customer', 'fieldworker')
  await runSql(app.url, `update fieldworkers set timezone = 'Australia/Sydney' where id = $1`, [
    owner.fieldworker,
  ])
  const at = async (number: string, start: string) =>
    (await insertBooking(app.payload, owner, { number, start })) as Owned
  const [today, left, begun, done, later] = await Promise.all([
    at('today', '2026-09-21T22:00:00Z'),
    at('left', '2026-09-14T22:00:00Z'),
    at('begun', '2026-09-20T22:00:00Z'),
    at('done', '2026-09-19T22:00:00Z'),
    at('later', '2026-09-23T22:00:00Z'),
  ])
  const progress = 'update appointments set progress = $2 where id = $1'
  await runSql(app.url, progress, [begun.appointment, 'in_progress'])
  await runSql(app.url, progress, [done.appointment, 'finished'])
  visits = {
    today: today.appointment,
    left: left.appointment,
    begun: begun.appointment,
    done: done.appointment,
    later: later.appointment,
  }
}, 120_000)
afterAll(async () => {
  vi.useRealTimers()
  await app.stop()
})

const mine = async (query = ''): Promise<MyVisitsAnswer> => {
  const { body } = await app.request('GET', `/app/me/visits${query}`, { as: 'fieldworker' })
  return myVisitsAnswerSchema.parse(body)
}
const idsOf = (list: { id: string }[]) => list.map(({ id }) => id)

test('today of a fieldworker is the day of their own zone', async () => {
  const answer = await mine('?from=2026-09-22&to=2026-09-22')

  expect(answer).toMatchObject({ timezone: 'Australia/Sydney', today: '2026-09-22' })
  expect(idsOf(answer.visits)).toEqual([visits.today])
  expect(idsOf((await mine('?from=2026-09-23&to=2026-09-23')).visits)).toEqual([])
})

test('what is under way or left from before comes first, what is finished does not', async () => {
  const answer = await mine()

  expect(idsOf(answer.unfinished)).toEqual([visits.left, visits.begun])
  expect(idsOf(answer.visits)).toEqual([visits.today, visits.later])
})

test('instants are taken as they are, and the last is not part of the span', async () => {
  const span = (to: string) => mine(`?from=2026-09-21T22:00:00Z&to=${to}`)

  expect(idsOf((await span('2026-09-23T22:00:00Z')).visits)).toEqual([visits.today])
  expect(idsOf((await span('2026-09-23T22:01:00Z')).visits)).toEqual([visits.today, visits.later])
})

test.each(['?from=2026-02-30', '?from=2026-09-22&to=2026-09-21', '?to=9999-12-31'])(
  '%s is refused',
  async (query) => {
    const { status } = await app.request('GET', `/app/me/visits${query}`, { as: 'fieldworker' })

    expect(status).toBe(422)
  },
)
