import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Client, Received } from './client.ts'

/** What one customer met on the way to a booking. */
export type Visit = Pick<Received, 'ms' | 'status'> & { what: 'booking' | 'search' }

const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)
const served = new Set([200, 201, 409])

/** Answered as it should be: a time that somebody else took meanwhile is a true answer too. */
export const isServed = ({ status }: Visit): boolean => served.has(status)

/**
 * Customers who look for a time and book it, each from an address of their own and with a moment's
 * thought in between, until `isOver`.
 */
export const innocents = async (
  ask: Client,
  { width, isOver }: { width: number; isOver: () => boolean },
): Promise<Visit[]> => {
  const visits: Visit[] = []
  let made = 0
  const one = async () => {
    made += 1
    const from = `192.0.2.${made % 250}`
    const ahead = 3 + (made % 40)
    const query = `service=tap-repair&postcode=2042&from=${day(ahead)}&to=${day(ahead + 6)}`
    const search = await ask({ path: `/api/app/slots?${query}`, from })
    visits.push({ what: 'search', status: search.status, ms: search.ms })
    if (search.status !== 200) return
    const { slots } = JSON.parse(search.text) as { slots: { start: string }[] }
    const start = slots[Math.floor(Math.random() * slots.length)]?.start
    if (!start) return
    const booking = await ask({
      method: 'POST',
      path: '/api/app/bookings',
      from,
      headers: { 'idempotency-key': randomUUID() },
      body: JSON.stringify({
        service: 'tap-repair',
        start,
        address: { line1: `${made} King Street`, suburb: 'Newtown', postcode: '2042' },
        customer: { name: `Guest ${made}`, email: `${randomUUID()}@guest.example` },
        answers: { count: 1 },
      }),
    })
    visits.push({ what: 'booking', status: booking.status, ms: booking.ms })
  }
  const customer = async () => {
    while (!isOver()) {
      await one()
      await pause(500)
    }
  }
  await Promise.all(Array.from({ length: width }, customer))
  return visits
}
