/** Made-up answers of the application API, for working on the site without the application. */
const timezone = 'Australia/Sydney'
const aud = (amount: number) => ({ amount, currency: 'AUD' })
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const hour = 3_600_000

export const company = {
  name: 'Harbour Home Services Pty Ltd',
  tradingName: 'Harbour Home Services',
  phone: '02 5550 4410',
  email: 'hello@harbour.test',
  currency: 'AUD',
  timezone,
  locale: 'en-AU',
  address: '14 Wharf Lane, Balmain NSW 2041',
  logo: null,
  fieldworkerLabel: 'technician',
  postcodes: 'digits' as const,
  portal: {
    bookingEnabled: true,
    customersMayCancel: true,
    cancelNoticeHours: 24,
    showFieldworkerName: true,
    intro: null,
  },
}

const categories = ['Plumbing', 'Electrical', 'Cleaning', 'Garden', 'Air conditioning']
const rows: [string, number, number, number, string][] = [
  ['Leaking tap or toilet', 0, 60, 14900, 'We find the leak and mend it, common washers included.'],
  ['Hot water check', 0, 90, 18900, 'Pressure, valves and anode of your hot water system.'],
  ['Power point or light', 1, 45, 12900, 'Mend or replace one fitting, tested and tagged.'],
  ['Safety switch test', 1, 30, 8900, 'Every circuit tested, written record by e-mail.'],
  ['Tile and grout clean', 2, 120, 23900, 'Steam clean of one bathroom or kitchen floor.'],
  ['End-of-lease clean', 2, 300, 0, 'The whole home, with a list for your agent.'],
  ['Lawn and edges', 3, 90, 9900, 'Mow, edge and tidy up to 200 m².'],
  ['Split system service', 4, 75, 16500, 'Clean filters and coils, check gas pressure.'],
]
export const services = rows.map(
  ([name, category, durationMinutes, price, description], index) => ({
    id: uuid(index + 1),
    slug: name.toLowerCase().replaceAll(' ', '-'),
    name,
    description,
    category: {
      id: uuid(50 + category),
      name: categories[category],
      order: category,
      description: null,
    },
    durationMinutes,
    price: price ? aud(price) : null,
    priceModel: 'job',
    mode: price ? 'instant' : 'request',
    requiresApproval: index === 4,
    locationTypes: ['mobile'],
    locations: [],
    questions:
      index === 0
        ? [
            {
              key: 'floor',
              label: 'Which room?',
              type: 'select',
              required: true,
              options: ['Kitchen', 'Bathroom'],
            },
            {
              key: 'off',
              label: 'The water can be turned off',
              type: 'checkbox',
              required: false,
              options: [],
            },
          ]
        : [],
  }),
)

/** Weekdays 8:00–16:00 at UTC+11, every half hour, fewer people towards the afternoon. */
export function slotsBetween(from: string, to: string, minutes: number) {
  const slots = []
  for (
    let day = Date.parse(`${from}T00:00:00+11:00`);
    day <= Date.parse(`${to}T00:00:00+11:00`);
    day += 24 * hour
  ) {
    const weekday = new Date(day + 11 * hour).getUTCDay()
    if (weekday === 0 || day < Date.now()) continue
    for (let half = 16; half <= 32; half += weekday === 6 ? 4 : 1) {
      const start = day + (half * hour) / 2
      const end = new Date(start + minutes * 60_000).toISOString()
      slots.push({
        start: new Date(start).toISOString(),
        end,
        available: half < 22 ? 3 : half < 28 ? 2 : 1,
      })
    }
  }
  return slots
}

const at = (hours: number) =>
  new Date(Math.ceil(Date.now() / hour) * hour + hours * hour).toISOString()
const summary = (n: number, status: string, from: number, more: object = {}) => ({
  id: uuid(100 + n),
  number: `B-${1040 + n}`,
  status,
  startsAt: at(from),
  endsAt: at(from + 1.5),
  next: from > 0 ? { start: at(from), end: at(from + 1.5) } : null,
  timezone,
  services: [services[n]?.name ?? 'Visit'],
  place: '27 Darling Street, Balmain 2041',
  awaiting: [],
  progress: 'not_started',
  fieldworkers: ['Ann Lee'],
  ...more,
})
export const bookings = [
  summary(1, 'confirmed', 44, { progress: 'en_route' }),
  summary(2, 'confirmed', 190),
  summary(4, 'pending', 70, { awaiting: ['approval', 'fieldworker'], fieldworkers: [] }),
  summary(6, 'cancelled', 60),
  summary(7, 'completed', -400),
]
export const bookingOf = (id: string) => {
  const one = bookings.find((booking) => booking.id === id)
  if (!one) return null
  const { startsAt: start, endsAt: end, status, progress, place } = one
  const visit = {
    id: uuid(900),
    service: one.services[0],
    start,
    end,
    timezone,
    status,
    progress,
    place,
  }
  return {
    ...one,
    lines: [{ id: uuid(901), name: one.services[0], quantity: 1, total: aud(18900) }],
    visits: [{ ...visit, fieldworker: one.fieldworkers[0] ?? null }],
    totals: { subtotal: aud(17182), tax: aud(1718), total: aud(18900) },
    notes: 'Please ring the lower bell.',
    cancellation:
      status === 'cancelled' ? { comment: 'We are away', at: at(-5), fee: aud(4500) } : null,
    cancel: {
      allowed: ['pending', 'confirmed'].includes(status),
      reason: null,
      noticeHours: 24,
      fee: null,
      freeUntil: at(20),
    },
    reschedule: {
      allowed: ['pending', 'confirmed'].includes(status),
      reason: null,
      noticeHours: 24,
    },
    repeat: { allowed: status === 'confirmed', reason: null, summary: null },
  }
}

export const offers = [
  {
    id: uuid(300),
    appointment: uuid(301),
    booking: { id: uuid(101), number: 'B-1041' },
    service: 'Hot water check',
    start: at(44),
    end: at(45.5),
    timezone,
    place: 'Balmain 2041',
    customer: 'Jo Park',
    notes: 'Dog in the yard, friendly.',
    mode: 'request',
    respondBy: at(6),
    sentAt: at(-2),
    price: null,
  },
]
const visit = (n: number, from: number, progress: string, allowed: string[]) => ({
  id: uuid(400 + n),
  booking: { id: uuid(100 + n), number: `B-${1040 + n}`, status: 'confirmed' },
  service: services[n]?.name ?? 'Visit',
  start: at(from),
  end: at(from + 1.5),
  timezone,
  status: 'confirmed',
  acceptance: 'accepted',
  progress,
  place: 'Balmain 2041',
  address: {
    line1: '27 Darling Street',
    line2: 'Unit 4',
    suburb: 'Balmain',
    postcode: '2041',
    coordinates: { lat: -33.8587, lng: 151.1791 },
    accessNotes: 'Key in the box left of the door, code with the office.',
  },
  customer: { name: 'Jo Park', phone: '+61255501234' },
  notes: 'Please ring the lower bell.',
  answers: [{ label: 'Which room?', value: 'Bathroom' }],
  outcomeNotes: null,
  actualStart: null,
  actualEnd: null,
  allowed,
})
export const visits = [
  visit(1, 1, 'not_started', ['en-route', 'start']),
  visit(2, 4, 'not_started', ['en-route', 'start']),
  visit(4, 26, 'in_progress', ['pause', 'finish']),
]
export const notifications = [
  {
    id: uuid(500),
    title: 'New offer: Hot water check',
    body: 'Balmain 2041',
    href: '/field',
    at: at(-2),
    read: false,
  },
  {
    id: uuid(501),
    title: 'Visit cancelled: Lawn and edges',
    body: 'The customer is away.',
    href: null,
    at: at(-30),
    read: true,
  },
]
