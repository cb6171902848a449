import { afterAll, expect, test } from 'vitest'
import { rowsOfBooking } from '../../support/booking-rows.ts'
import { openMoveHarness } from '../../support/move-harness.ts'
import { sydney } from '../../support/shop.ts'

const { harness, one, other, book, reschedule } = await openMoveHarness()
afterAll(() => harness.stop())

/** Another plugin has a say in new bookings: each is saved as a document of its own. */
const documentByDocument = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  const { hooks } = harness.app.payload.collections.bookings.config
  hooks.afterChange.push(({ doc }) => doc)
  try {
    return await work()
  } finally {
    hooks.afterChange.pop()
  }
}

const cases = [
  ['direct', 'the same person', { fieldworker: one }, {}],
  ['direct', 'another person', { fieldworker: one }, { fieldworker: other }],
  ['request', 'the same person', { fieldworker: one }, {}],
  ['request', 'another person', { fieldworker: one }, { fieldworker: other }],
  ['broadcast', 'nobody in particular', {}, {}],
  ['broadcast', 'a named person', {}, { fieldworker: other }],
] as const

test.each(cases)(
  'a move leaves the same rows in one statement as document by document: %s, to %s',
  async (service, _to, person, to) => {
    const make = async () => {
      const id = await book({ service, start: sydney(11, '09:00'), ...person })
      if (service !== 'direct') {
        const reason = 'Agreed by phone'
        const answer = await harness.send('POST', `/bookings/${id}/confirm`, 'dispatcher', {
          reason,
        })
        expect(answer.status, JSON.stringify(answer.body)).toBe(200)
      }
      const moved = await reschedule(id, { start: sydney(12, '11:00'), reason: 'Rain', ...to })
      expect(moved.status, JSON.stringify(moved.body)).toBe(200)
      const rows = []
      for (const booking of [id, String(moved.booking?.['id'])]) {
        rows.push(await rowsOfBooking(harness, booking))
      }
      await harness.sql('delete from occupancies where appointment_id is not null')
      return rows
    }

    const together = await make()
    const single = await documentByDocument(make)

    expect(together).toEqual(single)
  },
)

type Offer = { was: string; is: string; changed: boolean }

test('the people of a series who were asked are asked again, with their earlier offers', async () => {
  const id = await book({ service: 'request', start: sydney(4, '10:00'), fieldworker: one })
  const rule = { unit: 'week', every: 1, count: 3 }
  const made = await harness.send('POST', '/app/series', 'dispatcher', {
    booking: id,
    rule,
    keepsPeople: true,
  })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  const { bookings, series } = made.body as unknown as {
    bookings: { id: string }[]
    series: { id: string }
  }
  for (const booking of new Set([id, ...bookings.map((occurrence) => occurrence.id)])) {
    const reason = 'Agreed by phone'
    await harness.send('POST', `/bookings/${booking}/confirm`, 'dispatcher', { reason })
  }

  const moved = await harness.send('POST', `/series/${series.id}/move`, 'dispatcher', {
    booking: id,
    scope: 'all',
    start: sydney(4, '13:00'),
  })

  expect(moved.status, JSON.stringify(moved.body)).toBe(200)
  const offers = await harness.sql<Offer>(
    `select was.state as was, now.state as is, now.changes->'changed'->>'start' is not null as changed
     from assignment_offers now join assignment_offers was on was.id = now.previous_id
     where now.booking_id = any($1) and now.fieldworker_id = was.fieldworker_id`,
    [(moved.body as { bookings: string[] }).bookings],
  )
  expect(offers).toEqual([1, 2, 3].map(() => ({ was: 'withdrawn', is: 'pending', changed: true })))
})
