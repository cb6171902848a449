import type { Harness } from './harness.ts'

type Line = { id: string; total_amount: string; quantity: string }

/** Words for stories about the lines of a booking. */
export type LineHarness = {
  linesOf: (booking: string) => Promise<Line[]>
  /** The first of them. */
  lineIn: (booking: string) => Promise<string>
  /** The office adds a line, or visits to one. */
  add: (booking: string, what: 'lines' | 'visits', body: object) => ReturnType<Harness['send']>
  /** What the booking costs, in minor units. */
  totalOf: (booking: string) => Promise<number>
}

export const lineHarnessOf = (harness: Harness): LineHarness => {
  const linesOf: LineHarness['linesOf'] = (booking) =>
    harness.sql('select * from booking_lines where booking_id = $1 order by created_at', [booking])
  return {
    linesOf,
    lineIn: async (booking) => (await linesOf(booking))[0]?.id ?? '',
    add: (booking, what, body) =>
      harness.send('POST', `/bookings/${booking}/${what}`, 'dispatcher', body),
    totalOf: async (booking) => {
      const [row] = await harness.sql<{ total: string }>(
        'select totals_total as total from bookings where id = $1',
        [booking],
      )
      return Number(row?.total)
    },
  }
}
