import { isLive } from '../../domain/bookings/states.ts'
import type { Client } from 'pg'
import { isOpenToAnswers } from '../../domain/bookings/gates.ts'
import type { BookingState } from '../../domain/bookings/booking-lifecycle.ts'
import { rollUp } from '../../domain/bookings/roll-up.ts'
import type { Fault } from './check.ts'

type Visit = {
  status: BookingState
  acceptance: string
  method: string | null
  start: string
  end: string
}

type Row = {
  id: string
  number: string | null
  status: BookingState
  gates: { approval: string | null; customer: string | null; deposit: string | null }
  startsAt: string | null
  endsAt: string | null
  visits: Visit[]
}

const batch = 2000

/** Bookings by id, with their visits; those in the list of deleted ones are left as they were. */
const page = `select b.id, b.number, b.status,
    json_build_object('approval', b.gates_approval, 'customer', b.gates_customer,
      'deposit', b.gates_deposit) as gates,
    b.starts_at as "startsAt", b.ends_at as "endsAt", coalesce(v.visits, '[]') as visits
  from (select * from bookings where id > $1 and deleted_at is null order by id limit ${batch}) b
  left join lateral (select json_agg(json_build_object('status', a.status,
      'acceptance', a.acceptance, 'method', a.method, 'start', a.start, 'end', a."end")) as visits
    from appointments a where a.booking_id = b.id) v on true
  order by b.id`

const at = (value: Date | string | null): string =>
  value === null ? 'none' : `${new Date(value).toISOString().slice(0, 16)}Z`

const faultsOf = (booking: Row, mayPropose: boolean): [check: string, fault: Fault][] => {
  const record = `booking ${booking.number ?? booking.id}`
  const { status, gates, visits } = booking
  const found: [string, Fault][] = []
  const add = (check: string, expected: string, seen: string) =>
    found.push([check, { record, expected, found: seen }])
  const rolled = rollUp(
    { status, gates, startsAt: booking.startsAt, endsAt: booking.endsAt },
    visits,
  )
  const isProposed = rolled.status === 'completed' && mayPropose
  if (visits.length > 0 && rolled.status !== status && !isProposed) {
    add('booking-status', `${rolled.status}, as its visits are`, status)
  }
  const live = visits.filter(isLive).length
  if (!isLive(booking) && live > 0) {
    add('booking-status', `no open visit, as it is ${status}`, `${live} open`)
  }
  if (
    visits.length > 0 &&
    (at(booking.startsAt) !== at(rolled.startsAt) || at(booking.endsAt) !== at(rolled.endsAt))
  ) {
    add(
      'booking-span',
      `${at(rolled.startsAt)} to ${at(rolled.endsAt)}, as its visits are`,
      `${at(booking.startsAt)} to ${at(booking.endsAt)}`,
    )
  }
  if (status === 'confirmed' && !isOpenToAnswers(gates)) {
    const open = Object.entries(gates).map(([name, state]) => `${name} ${state ?? 'not_required'}`)
    add('gates', 'every gate passed, as it is confirmed', open.join(', '))
  }
  return found
}

/** Names of the checks that the domain's own rules decide. */
export const rollUpChecks = ['booking-status', 'booking-span', 'gates'] as const

/** Reads every booking with its visits, some at a time, and asks the domain what they should be. */
export const eachRollUpFault = async (
  client: Client,
  tell: (check: string, fault: Fault) => void,
): Promise<number> => {
  const { rows: settings } = await client.query<{ completes: boolean }>(
    'select finish_completes_booking as completes from booking_settings limit 1',
  )
  const mayPropose = settings[0]?.completes === false
  let last = '00000000-0000-0000-0000-000000000000'
  let looked = 0
  for (;;) {
    const { rows } = await client.query<Row>(page, [last])
    for (const row of rows) {
      for (const [check, fault] of faultsOf(row, mayPropose)) tell(check, fault)
    }
    looked += rows.length
    if (rows.length < batch) return looked
    last = rows.at(-1)?.id ?? last
  }
}
