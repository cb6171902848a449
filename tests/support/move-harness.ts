import { expect } from 'vitest'
import { type Harness, openHarness } from './harness.ts'

type Row = Record<string, unknown>

/** Words for stories about bookings that move. */
export type MoveHarness = {
  /** Books by phone for the shop's customer; the service is `direct` unless named. */
  book: (body: object) => Promise<string>
  reschedule: (
    id: string,
    body: object,
    as?: 'customer' | 'dispatcher',
  ) => Promise<{ status: number; code: string | undefined; body: Row; booking: Row | undefined }>
}

export const moveHarnessOf = (harness: Harness): MoveHarness => ({
  book: async (body) => {
    const wanted = { service: 'direct', customerId: harness.shop.customer, ...body }
    const answer = await harness.book(wanted, 'dispatcher')
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    return answer.body.id
  },
  reschedule: async (id, body, as = 'dispatcher') => {
    const answer = await harness.send('POST', `/bookings/${id}/reschedule`, as, body)
    return { ...answer, booking: (answer.body as { booking?: Row }).booking }
  },
})

/** A harness of its own with those words, and its two people. */
export const openMoveHarness = async () => {
  const harness = await openHarness()
  const [one, other] = harness.shop.people
  return { harness, one, other, ...moveHarnessOf(harness) }
}
