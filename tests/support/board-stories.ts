import pg from 'pg'
import type { Product } from './product.ts'

export type Booked = {
  /** A day without demo visits, local to the company. */
  date: string
  /** The two fieldworkers who do the service, by name; `busy` has visits, the other none. */
  busy: string
  free: string
  bookAnother: (name: string) => Promise<void>
  /** The customer's visit goes to `free`, or to nobody, as if a colleague had done it elsewhere. */
  assignElsewhere: (name: string, to: 'free' | 'nobody') => Promise<void>
  /** `busy` is away for those hours. */
  away: (from: string, to: string) => Promise<void>
  /** Events of e-mails and texts about the customer's booking that are sent or on their way. */
  messagesSent: (name: string) => Promise<string[]>
}

type Answer = { id: string; errors?: { message: string }[] }

const service = 'safety-check'
const address = { line1: '12 King Street', suburb: 'Newtown', postcode: '2042' }

const sydneyAt = (date: string, time: string) => new Date(`${date}T${time}:00+11:00`).toISOString()

/** Visits for the stories of the board, on a weekday that the demo leaves empty. */
export const bookVisits = async (product: Product): Promise<Booked> => {
  const database = new pg.Client({ connectionString: product.databaseUrl })
  database.on('error', () => undefined)
  await database.connect()
  const { email, password } = product.login('grace')
  const entered = await fetch(`${product.url}/api/users/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: product.url },
    body: JSON.stringify({ email, password }),
  })
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  const send = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${product.url}/api${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', Origin: product.url, Cookie: cookie },
      ...(body && { body: JSON.stringify(body) }),
    })
    const read = (await answer.json()) as Answer & { people?: { id: string; name: string }[] }
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(read)}`)
    return read
  }
  const date = await emptyDay(database)
  const asked = new URLSearchParams({ service, start: sydneyAt(date, '09:00'), postcode: '2042' })
  const { people = [] } = (await send('GET', `/app/slots/people?${asked}`)) as {
    people?: { id: string; name: string; free: boolean }[]
  }
  const [busy, free] = people
  if (!busy || !free) throw new Error(`Too few people do ${service} on ${date}.`)

  const book = async (name: string, time: string, person: string | null) => {
    const customer = { name, email: `${name.toLowerCase().replaceAll(' ', '.')}@guest.example` }
    const start = sydneyAt(date, time)
    const { id } = await send('POST', '/app/bookings', {
      ...{ service, address, customer, start, answers: { access: 'I will be home' } },
      ...(person && { fieldworker: person }),
    })
    const { rows } = await database.query<{ id: string }>(
      'select id from appointments where booking_id = $1',
      [id],
    )
    const method = person ? { method: 'direct' } : {}
    await send('POST', `/appointments/${rows[0]?.id}/assign`, { fieldworker: person, ...method })
  }
  // Half an hour of buffers lies around each hour of work.
  await book('Move And Back', '07:30', busy.id)
  await book('Busy Already', '09:00', busy.id)
  await book('Later Please', '12:00', busy.id)
  await book('Tray Clash', '09:00', null)
  await book('Tray Mouse', '11:00', null)
  await book('Seen Elsewhere', '12:30', null)
  await book('Tray Keys', '14:00', null)

  const visitOf = async (name: string): Promise<string> => {
    const { rows } = await database.query<{ id: string }>(
      `select a.id from appointments a join bookings b on b.id = a.booking_id
       where b.customer_snapshot_name = $1 and a.status in ('pending', 'confirmed')`,
      [name],
    )
    return rows[0]?.id ?? ''
  }

  return {
    date,
    busy: busy.name,
    free: free.name,
    bookAnother: (name) => book(name, '15:00', busy.id),
    assignElsewhere: async (name, to) => {
      const body =
        to === 'free' ? { fieldworker: free.id, method: 'direct' } : { fieldworker: null }
      await send('POST', `/appointments/${await visitOf(name)}/assign`, body)
    },
    away: async (from, to) => {
      const [start, end] = [sydneyAt(date, from), sydneyAt(date, to)]
      const body = { fieldworker: busy.id, start, end, kind: 'personal', note: 'Dentist' }
      await send('POST', '/unavailabilities', body)
    },
    messagesSent: async (name) => {
      const { rows } = await database.query<{ event: string }>(
        `select d.event from deliveries d join bookings b on b.id = d.booking_id
         where b.customer_snapshot_name = $1 and d.channel <> 'calendar'
           and d.state <> 'cancelled' and d.created_at > now() - interval '1 minute'
           and d.payload->>'held' = 'true'`,
        [name],
      )
      return rows.map(({ event }) => event)
    },
  }
}

/** The first weekday from the third week on without a visit. */
const emptyDay = async (database: pg.Client): Promise<string> => {
  const { rows } = await database.query<{ day: string }>(
    `select to_char(day, 'YYYY-MM-DD') as day
     from generate_series(current_date + 9, current_date + 50, interval '1 day') day
     where extract(isodow from day) between 1 and 5 and not exists (select from appointments a
       where (a.start at time zone 'Australia/Sydney')::date = day::date)
     order by day limit 1`,
  )
  if (!rows[0]) throw new Error('The demo has no empty day.')
  return rows[0].day
}
