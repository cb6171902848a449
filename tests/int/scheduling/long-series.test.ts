import { afterAll, describe, expect, test } from 'vitest'
import { rowsOfBooking } from '../../support/booking-rows.ts'
import { openMoveHarness } from '../../support/move-harness.ts'
import { sydney } from '../../support/shop.ts'
import { countStatements } from '../../support/statements.ts'

const { harness, one, other, book } = await openMoveHarness()
afterAll(() => harness.stop())

type Made = { series: { id: string }; bookings: { id: string }[] }
type Series = { booking: string; count: number; keepsPeople?: boolean }

const repeat = async ({ booking, count, keepsPeople = true }: Series): Promise<Made> => {
  const rule = { unit: 'week', every: 1, count }
  const body = { booking, rule, keepsPeople }
  const answer = await harness.send('POST', '/app/series', 'dispatcher', body)
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body as unknown as Made
}

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

describe('a long series', () => {
  test('costs as many statements with 52 occurrences as with four', async () => {
    const short = await book({ start: sydney(3, '08:00'), fieldworker: one })
    const long = await book({ start: sydney(3, '10:00'), fieldworker: one })

    const few = await countStatements(() => repeat({ booking: short, count: 4 }))
    const many = await countStatements(() => repeat({ booking: long, count: 52 }))

    expect(many).toBe(few)
    expect(many).toBeLessThanOrEqual(35)
  })

  test('ends in as many statements with 40 visits ahead as with four', async () => {
    const cost = async (time: string, count: number) => {
      const booking = await book({ start: sydney(6, time), fieldworker: one })
      const { series } = await repeat({ booking, count })
      const path = `/series/${series.id}/end`
      let cancelled: unknown[] = []
      const statements = await countStatements(async () => {
        const { body } = await harness.send('POST', path, 'dispatcher', { future: 'cancel' })
        cancelled = (body as { cancelled: unknown[] }).cancelled
      })
      expect(cancelled).toHaveLength(count)
      return statements
    }

    const few = await cost('08:00', 4)

    expect(await cost('10:00', 40)).toBeLessThanOrEqual(few)
    expect(few).toBeLessThanOrEqual(40)
  })

  test('moves in as many statements with 40 visits ahead as with four', async () => {
    const cost = async (time: string, to: string, count: number) => {
      const booking = await book({ start: sydney(6, time), fieldworker: one })
      const { series } = await repeat({ booking, count })
      let moved: unknown[] = []
      const statements = await countStatements(async () => {
        const body = { booking, scope: 'all', start: sydney(6, to), reason: 'Later' }
        const answer = await harness.send('POST', `/series/${series.id}/move`, 'dispatcher', body)
        expect(answer.status, JSON.stringify(answer.body)).toBe(200)
        moved = (answer.body as { bookings: unknown[] }).bookings
      })
      expect(moved).toHaveLength(count)
      return statements
    }

    const few = await cost('12:00', '12:30', 4)

    expect(await cost('14:00', '14:30', 40)).toBeLessThanOrEqual(few)
    expect(few).toBeLessThanOrEqual(60)
  })

  test.each([
    ['direct', true],
    ['direct', false],
    ['request', true],
    ['broadcast', true],
    ['approval', false],
  ] as const)(
    'leaves the rows that saving one booking after another leaves: %s, the same people: %s',
    async (service, keepsPeople) => {
      const [label] = await harness.sql<{ id: string }>(
        `insert into labels (name, colour) values ('Weekly ' || gen_random_uuid(), '#ff0000')
         returning id`,
      )
      const make = async (time: string) => {
        const wanted = { service, start: sydney(4, time), notes: 'Gate code 12' }
        const booking = await book({
          ...wanted,
          ...(service === 'broadcast' ? {} : { fieldworker: other }),
        })
        await harness.send('PATCH', `/bookings/${booking}`, 'dispatcher', { labels: [label?.id] })
        const made = await repeat({ booking, count: 4, keepsPeople })
        expect(made.bookings).toHaveLength(3)
        const rows = []
        for (const { id } of made.bookings) rows.push(await rowsOfBooking(harness, id))
        const told = await harness.messagesOf(booking)
        await harness.sql('delete from occupancies where appointment_id is not null')
        return { rows, told }
      }

      const swift = await make('09:00')
      const slow = await documentByDocument(() => make('09:00'))

      expect(swift).toEqual(slow)
    },
  )

  test.each(['direct', 'request', 'broadcast', 'approval'] as const)(
    'ends with the rows that cancelling one booking after another leaves: %s',
    async (service) => {
      const make = async () => {
        const person = service === 'broadcast' ? {} : { fieldworker: other }
        const booking = await book({ service, start: sydney(4, '11:00'), ...person })
        const { bookings, series } = await repeat({ booking, count: 4 })
        const path = `/series/${series.id}/end`
        const answer = await harness.send('POST', path, 'dispatcher', {
          future: 'cancel',
          reason: 'Moved away',
        })
        expect(answer.status, JSON.stringify(answer.body)).toBe(200)
        const rows = []
        for (const { id } of bookings) rows.push(await rowsOfBooking(harness, id))
        return rows
      }

      const swift = await make()
      const slow = await documentByDocument(make)

      expect(swift).toEqual(slow)
    },
  )

  test.each([
    ['following', 'direct', '15:30'],
    ['all', 'direct', '17:30'],
    ['all', 'request', '17:30'],
  ] as const)(
    'moves with the rows that moving one booking after another leaves: %s, %s, to %s',
    async (scope, service, to) => {
      const make = async () => {
        const booking = await book({ service, start: sydney(4, '15:00'), fieldworker: other })
        const { bookings, series } = await repeat({ booking, count: 4 })
        const anchor = scope === 'all' ? booking : bookings[0]?.id
        const start = sydney(scope === 'all' ? 4 : 11, to)
        const path = `/series/${series.id}/move`
        const body = { booking: anchor, scope, start, reason: 'Later' }
        const answer = await harness.send('POST', path, 'dispatcher', body)
        expect(answer.status, JSON.stringify(answer.body)).toBe(200)
        const moved = (answer.body as { bookings: string[] }).bookings
        const rows = []
        for (const id of [booking, ...bookings.map((one) => one.id), ...moved]) {
          rows.push(await rowsOfBooking(harness, id))
        }
        await harness.sql('delete from occupancies where appointment_id is not null')
        return rows
      }

      const swift = await make()
      const slow = await documentByDocument(make)

      expect(swift).toEqual(slow)
    },
  )

  test('turns away no one who books the same people meanwhile', async () => {
    const booking = await book({ start: sydney(9, '07:00'), fieldworker: one })
    const rest = ['09:00', '11:00', '13:00', '16:00', '17:00']

    const [made, ...others] = await Promise.all([
      repeat({ booking, count: 52 }),
      ...rest.map((time) => book({ start: sydney(9, time), fieldworker: one })),
    ])

    expect(made.bookings).toHaveLength(51)
    expect(new Set(others).size).toBe(rest.length)
  })

  test('is refused as a whole, naming the occurrence, when one of its times is taken', async () => {
    const booking = await book({ start: sydney(5, '15:00'), fieldworker: one })
    await book({ start: sydney(19, '15:30'), fieldworker: one })
    const rule = { unit: 'week', every: 1, count: 40 }

    const { status, code, body } = await harness.send('POST', '/app/series', 'dispatcher', {
      booking,
      rule,
    })

    expect([status, code]).toEqual([409, 'slot-taken'])
    const [refusal] = (body as { errors: { details: { index: number } }[] }).errors
    expect(refusal?.details.index).toBe(2)
    const [left] = await harness.sql<{ n: number }>(
      'select count(*)::int as n from bookings where series_id is not null and starts_at > $1',
      [sydney(280, '00:00')],
    )
    expect(left?.n).toBeGreaterThan(0)
    expect(await harness.sql('select id from series where template_id = $1', [booking])).toEqual([])
  })
})
