import type { Product } from './product.ts'

/** A generator of numbers in [0, 1) that repeats itself from the same seed. */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Door = { url: string; cookie: string }
type Request = { name: string; method: string; path: string; body: object }
/** What comes past the doors: a calendar's busy event, or time itself. */
export type Happening = { name: 'import' | 'expire'; statement: string; values: unknown[] }
export type Command = Request | Happening

/** Signs a dispatcher in to one process of the product. */
export const openDoor = async (
  { url }: Pick<Product, 'url'>,
  login: { email: string; password: string },
): Promise<Door> => {
  const answer = await fetch(`${url}/api/app/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(login),
  })
  if (!answer.ok) throw new Error(`No session: ${answer.status}`)
  return { url, cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '' }
}

let client = 0

/** Sends a command as staff, from a client address of its own. */
export const sendCommand = async (
  { url, cookie }: Door,
  { method, path, body }: Request,
): Promise<{ status: number; body: Record<string, unknown> }> => {
  client += 1
  const answer = await fetch(url + path, {
    method,
    headers: {
      'content-type': 'application/json',
      origin: url,
      cookie,
      'x-forwarded-for': `10.${client >> 16}.${(client >> 8) & 255}.${client & 255}`,
    },
    body: JSON.stringify(body),
  })
  const read: unknown = await answer.json().catch(() => ({}))
  return { status: answer.status, body: read as Record<string, unknown> }
}

/** What the commands are about; bookings and visits come to it as they are made. */
export type World = {
  starts: string[]
  people: string[]
  bookings: string[]
  visits: string[]
  /** Whose time standing visits take, and from when: what an absence or an imported event may cover. */
  taken: { person: string; start: string }[]
}

/** A busy event from somebody's own calendar: a fact, which takes nothing from a visit. */
export const importBusy = (person: string, start: string): Happening => ({
  name: 'import',
  statement: `insert into occupancies (fieldworker_id, starts_at, ends_at, kind, exclusive, source_ref)
    values ($1, $2::timestamptz, $2::timestamptz + interval '50 minutes', 'external', false,
      'import:' || gen_random_uuid())`,
  values: [person, start],
})

/** The time to answer one of the offers is over, or that of one of the kept starts. */
const letExpire = (chance: number): Happening => {
  const isOffer = chance < 0.5
  const [table, open, change] = isOffer
    ? ['assignment_offers', "state = 'pending'", "respond_by = now() - interval '1 second'"]
    : ['occupancies', 'expires_at > now()', 'expires_at = now()']
  return {
    name: 'expire',
    statement: `update ${table} set ${change} where id = (select id from ${table} where ${open}
      order by id offset floor($1::float8 * (select count(*) from ${table} where ${open})) limit 1)`,
    values: [(chance * 2) % 1],
  }
}

/** One command out of all that take, move, give away and free somebody's time. */
export const nextCommand = (world: World, random: () => number): Command => {
  const one = (list: string[]) => list[Math.floor(random() * list.length)] ?? ''
  const post = (name: string, path: string, body: object): Request => ({
    name,
    method: 'POST',
    path,
    body,
  })
  const start = one(world.starts)
  const roll = random()
  if (roll < 0.3 || world.visits.length === 0) {
    return post('book', '/api/app/bookings', {
      service: 'tap-repair',
      start,
      address: { line1: '1 King Street', suburb: 'Newtown', postcode: '2042' },
      customer: { name: 'Random', phone: '0412345678' },
      answers: { count: 1 },
      ...(random() < 0.5 && { method: 'direct' }),
    })
  }
  if (roll < 0.38) {
    return post('hold', '/api/app/holds', { service: 'tap-repair', start, postcode: '2042' })
  }
  const booking = `/api/bookings/${one(world.bookings)}`
  const visit = `/api/appointments/${one(world.visits)}`
  const reason = 'At random'
  if (roll < 0.48) return post('reschedule', `${booking}/reschedule`, { start, reason })
  if (roll < 0.55) return post('retime', `${booking}/retime`, { start, reason })
  if (roll < 0.7) {
    return post('assign', `${visit}/assign`, { fieldworker: one(world.people), reason })
  }
  if (roll < 0.76) return post('accept', `${visit}/accept`, {})
  if (roll < 0.81) return post('decline', `${visit}/decline`, { reason })
  if (roll < 0.86) return post('pend', `${visit}/pend`, { reason })
  if (roll < 0.9) return post('cancel', `${booking}/cancel`, { reason })
  if (roll < 0.93) return letExpire(random())
  // Half of the absences and events go over somebody's visit, the others over any time at all.
  const taken = random() < 0.5 && world.taken[Math.floor(random() * world.taken.length)]
  const busy = taken || { person: one(world.people), start }
  if (roll < 0.96) return importBusy(busy.person, busy.start)
  const end = new Date(Date.parse(busy.start) + 3_600_000).toISOString()
  return post('block', '/api/unavailabilities', {
    fieldworker: busy.person,
    start: busy.start,
    end,
    kind: 'leave',
  })
}
