import {
  bookingOf,
  bookings,
  company,
  notifications,
  offers,
  services,
  slotsBetween,
  visits,
} from './site-demo-data.ts'

const declineReasons = ['I am not available then', 'It is too far away']

type Reply = { status?: number; body: unknown; cookie?: string }
const timezone = company.timezone
const person = { phone: null, permissions: [], counts: { offers: 1, notifications: 1 } }
const people = {
  customer: { ...person, kind: 'customer', id: 'c1', name: 'Jo Park', email: 'jo@demo.test' },
  fieldworker: {
    ...person,
    kind: 'fieldworker',
    id: 'f1',
    name: 'Ann Lee',
    email: 'ann@demo.test',
  },
}
const refused = (status: number, code: string, message: string, more: object = {}): Reply => ({
  status,
  body: { errors: [{ code, message, ...more }] },
})
const cookieOf = (who: string) => `fieldbook-site=${who}; Path=/; HttpOnly; SameSite=Lax`

/**
 * The application as the site sees it, without a database: the cookie names who is signed in, the
 * slot at 8:00 is always taken by somebody quicker, postcode 9999 is unknown.
 */
export async function fakeApplication(request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url)
  const path = pathname.replace('/api', '')
  const body = request.method === 'POST' ? await request.json() : null
  const who = /fieldbook-site=(customer|fieldworker)/.exec(request.headers.get('cookie') ?? '')?.[1]
  const me = who ? people[who as keyof typeof people] : null
  const {
    status = 200,
    body: answer,
    cookie,
  } = reply({ path, searchParams, body, me, method: request.method })
  const headers = new Headers({ 'content-type': 'application/json' })
  if (cookie) headers.append('set-cookie', cookie)
  return new Response(JSON.stringify(answer), { status, headers })
}

type Asked = {
  path: string
  method: string
  searchParams: URLSearchParams
  body: Record<string, never>
  me: unknown
}

function reply({ path, method, searchParams, body, me }: Asked): Reply {
  const [, app, room = '', id = '', verb = ''] = path.split('/')
  if (app !== 'app') return { body: {} }
  if (room === 'company') return { body: company }
  if (room === 'services') {
    const service = services.find(({ slug }) => slug === id)
    if (!id) return { body: { services } }
    return service ? { body: { service } } : refused(404, 'not-found', 'There is no such service.')
  }
  if (room === 'slots') return { body: slotsAnswer(searchParams) }
  if (room === 'bookings') return book(body)
  if (room === 'session') return session(id, method, body)
  if (room === 'links') return linked(id, verb)
  if (room !== 'me') return refused(404, 'not-found', 'Nothing here.')
  if (!me) return refused(401, 'not-signed-in', 'Please sign in.')
  if (id === '') return { body: { me } }
  if (id === 'bookings' && verb) {
    const booking = bookingOf(verb)
    return booking ? { body: { booking } } : refused(404, 'not-found', 'There is no such booking.')
  }
  if (id === 'visits' && verb) return { body: { visit: visits.find((visit) => visit.id === verb) } }
  const days = { timezone, today: '2026-11-23', unfinished: [] }
  return { body: { bookings, offers, declineReasons, visits, notifications, ...days } }
}

function slotsAnswer(asked: URLSearchParams) {
  const service = services.find(({ slug }) => slug === asked.get('service'))
  const unknown = asked.get('postcode') === '9999'
  return {
    mode: unknown ? 'request' : 'instant',
    reason: unknown ? 'unknown-postcode' : null,
    timezone,
    zoneName: 'Sydney (AEDT)',
    place: { area: null, location: null },
    slots: unknown
      ? []
      : slotsBetween(
          asked.get('from') ?? '',
          asked.get('to') ?? '',
          service?.durationMinutes ?? 60,
        ),
  }
}

function book(body: Record<string, never>): Reply {
  const start = String(body['start'])
  const end = new Date(Date.parse(start) + 3_600_000).toISOString()
  if (new Date(start).toISOString().endsWith('T21:00:00.000Z')) {
    const day = start.slice(0, 10)
    const alternatives = slotsBetween(
      day,
      new Date(Date.parse(day) + 172_800_000).toISOString().slice(0, 10),
      60,
    ).slice(1, 4)
    return refused(409, 'slot-taken', 'The last free person was booked a moment ago.', {
      details: { alternatives },
    })
  }
  return {
    status: 201,
    body: {
      id: '00000000-0000-4000-8000-000000000101',
      number: 'B-1041',
      status: 'confirmed',
      start,
      end,
      timezone,
      total: { amount: 14900, currency: 'AUD' },
    },
  }
}

function session(id: string, method: string, body: Record<string, never>): Reply {
  if (method === 'DELETE') return { body: {}, cookie: 'fieldbook-site=; Path=/; Max-Age=0' }
  if (id === 'link') return { status: 202, body: {} }
  const who = String(body['email'] ?? body['token']).startsWith('ann') ? 'fieldworker' : 'customer'
  if (body['password'] === 'wrong')
    return refused(401, 'not-signed-in', 'E-mail and password do not match.')
  return { body: { me: people[who] }, cookie: cookieOf(who) }
}

function linked(id: string, verb: string): Reply {
  if (id === 'old') return refused(410, 'link-expired', 'This link was valid until last week.')
  const booking = bookingOf(verb === 'cancel' ? '' : (bookings[1]?.id ?? ''))
  return { body: { purpose: 'cancel', booking, email: null } }
}
