import { followOffers } from '../../src/jobs/bookings/follow-offers.ts'
import type { Harness } from './harness.ts'
import type { Person } from './people.ts'
import { randomFrom } from './random-commands.ts'
import { sydney } from './shop.ts'

type Send = { name: string; as: Person; method: 'PATCH' | 'POST'; path: string; body: object }

const services = ['approval', 'broadcast', 'direct', 'request']
const office: Person[] = ['admin', 'dispatcher', 'manager']
const field: Person[] = ['fieldworker', 'otherFieldworker']

type Known = { bookings: string[]; visits: string[]; lines: string[]; series: string[] }

/** Ids of what commands may be about. */
export const knownOf = async ({ sql }: Harness): Promise<Known> => {
  const ids = async (table: string) =>
    (await sql<{ id: string }>(`select id from ${table} order by created_at, id`)).map(
      ({ id }) => id,
    )
  const [bookings, visits, lines, series] = await Promise.all(
    ['bookings', 'appointments', 'booking_lines', 'series'].map(ids),
  )
  return {
    bookings: bookings ?? [],
    visits: visits ?? [],
    lines: lines ?? [],
    series: series ?? [],
  }
}

const reason = 'At random'

/** Any of what the office, the field and customers do with bookings, on any of them. */
export const nextSend = ({ shop }: Harness, known: Known, random: () => number): Send => {
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const start = sydney(
    2 + Math.floor(random() * 12),
    `${String(8 + Math.floor(random() * 9)).padStart(2, '0')}:00`,
  )
  const booking = `/bookings/${one(known.bookings)}`
  const visit = `/appointments/${one(known.visits)}`
  const clerk = one(office)
  const person = one([...shop.people, null, 'any'] as const)
  const post = (name: string, path: string, body: object, as = clerk): Send => ({
    ...{ name, as, method: 'POST', path, body },
  })
  const save = (name: string, path: string, body: object, as = clerk): Send => ({
    ...{ name, as, method: 'PATCH', path, body },
  })
  const address = { line1: '5 Test Street', suburb: 'Sydney', postcode: '2000' }
  const wish = { service: one(services), start, address }
  const guest = { customer: { name: 'Jo', phone: '0412345678' } }
  const choices: [weight: number, make: () => Send][] = [
    [14, () => post('book', '/app/bookings', { ...wish, ...guest })],
    [4, () => post('book', '/app/bookings', wish, 'customer')],
    [3, () => post('approve', `${booking}/approve`, {})],
    [1, () => post('reject', `${booking}/reject-approval`, { reason })],
    [3, () => post('confirm', `${booking}/confirm`, { reason })],
    [3, () => post('cancel', `${booking}/cancel`, { reason })],
    [1, () => post('cancel', `${booking}/cancel`, { reason }, 'customer')],
    [2, () => post('complete', `${booking}/complete`, {})],
    [1, () => post('no-show', `${booking}/no-show`, { reason })],
    [7, () => post('reschedule', `${booking}/reschedule`, { start, reason })],
    [4, () => post('retime', `${booking}/retime`, { start, reason })],
    [4, () => post('reschedule-visit', `${visit}/reschedule`, { start, reason })],
    [4, () => post('retime-visit', `${visit}/retime`, { start, reason })],
    [8, () => post('assign', `${visit}/assign`, { fieldworker: person, reason })],
    [4, () => post('ask', `${visit}/assign`, { fieldworker: person, method: 'request', reason })],
    [3, () => post('ask-all', `${visit}/assign`, { method: 'broadcast', reason })],
    [6, () => post('accept', `${visit}/accept`, {}, one(field))],
    [3, () => post('accept', `${visit}/accept`, { onBehalfOf: one(shop.people) })],
    [4, () => post('decline', `${visit}/decline`, { reason }, one(field))],
    [3, () => post('pend', `${visit}/pend`, { reason })],
    [1, () => post('cancel-visit', `${visit}/cancel`, { reason })],
    [
      4,
      () => post('add-line', `${booking}/lines`, { service: one(services), visits: [{ start }] }),
    ],
    [
      3,
      () => post('add-visit', `${booking}/visits`, { line: one(known.lines), visits: [{ start }] }),
    ],
    [2, () => post('remove-line', `${booking}/lines/${one(known.lines)}/remove`, { reason })],
    [3, () => save('trash', booking, { deletedAt: new Date().toISOString() })],
    [4, () => save('restore', `${booking}?trash=true`, { deletedAt: null })],
    [
      2,
      () =>
        post('repeat', '/app/series', {
          booking: booking.slice(10),
          rule: { unit: 'week', every: 1, count: 3 },
        }),
    ],
    [
      1,
      () =>
        post('end-series', `/series/${one(known.series)}/end`, {
          future: one(['keep', 'cancel']),
          reason,
        }),
    ],
    [
      2,
      () =>
        post('absence', '/unavailabilities', {
          fieldworker: one(shop.people),
          start,
          end: new Date(Date.parse(start) + 5_400_000).toISOString(),
          kind: 'leave',
        }),
    ],
    [3, () => post('hold', '/app/holds', { service: one(services), start, postcode: '2000' })],
    [2, () => save('note', booking, { notes: { internal: String(random()) } })],
  ]
  let roll = random() * choices.reduce((sum, [weight]) => sum + weight, 0)
  const chosen = choices.find(([weight]) => (roll -= weight) < 0) ?? choices[0]
  return (chosen as (typeof choices)[number])[1]()
}

/**
 * Sends as many commands, two at a time, now and then lets open offers expire, and returns how many
 * of each kind took effect.
 */
export const storm = async (
  harness: Harness,
  { commands, seed }: { commands: number; seed: number },
): Promise<Map<string, number>> => {
  const random = randomFrom(seed)
  const done = new Map<string, number>()
  const sendOne = async (known: Known) => {
    const { name, as, method, path, body } = nextSend(harness, known, random)
    const { status } = await harness.send(method, path, as, body)
    if (status >= 500 && status !== 503) throw new Error(`${name} answered ${status}`)
    if (status < 300) done.set(name, (done.get(name) ?? 0) + 1)
  }
  for (let sent = 0; sent < commands; sent += 2) {
    const known = await knownOf(harness)
    await Promise.all([sendOne(known), sendOne(known)])
    if (sent % 40 !== 38) continue
    await harness.sql(`update assignment_offers set respond_by = now() - interval '1 minute'
      where id in (select id from assignment_offers where state = 'pending' order by id limit 2)`)
    await followOffers(harness.app.payload)
  }
  return done
}
