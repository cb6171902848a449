import type { PayloadRequest, Where } from 'payload'
import { actorOf } from '../../../access/actor.ts'
import type { Appointment, Booking } from '../../../payload-types.ts'
import { bookingIn, rulesOf, visitIn } from '../../../steps/bookings/booking-case.ts'
import { bulkMovesOf, isConfirmAsking } from '../bulk/bulk-moves.ts'
import { type BookingRow, bookingRow, type MovesOf } from './booking-row.ts'

type Doc = Record<string, unknown>
type LoadRows = {
  req: PayloadRequest
  where: Where
  sort: string
  limit: number
  page?: number
  trash?: boolean
}

/** What a row shows, and nothing else: reading whole records costs a page several times as much. */
const bookingSelect = {
  number: true,
  status: true,
  customer: true,
  customerSnapshot: true,
  address: true,
  location: true,
  startsAt: true,
  endsAt: true,
  timezone: true,
  totals: true,
  source: true,
  labels: true,
  gates: true,
  series: true,
  deletedAt: true,
} as const

const populate = {
  customers: { name: true, phone: true },
  addresses: { suburb: true, postcode: true },
  locations: { name: true },
  labels: { name: true },
  services: { name: true },
  fieldworkers: { name: true },
} as const

const visitSelect = {
  booking: true,
  service: true,
  fieldworker: true,
  status: true,
  acceptance: true,
  progress: true,
  start: true,
  end: true,
  duties: true,
} as const

/** What the caller may do with each booking, by the same rules as its own page. */
const movesFor = async (req: PayloadRequest): Promise<MovesOf> => {
  const [actor, rules] = [await actorOf(req), await rulesOf(req)]
  const now = Date.now()
  return (booking, visits, { isAssignable }) => {
    const known = {
      ...{ actor, rules, now, booking: bookingIn(booking as unknown as Booking) },
      visits: visits.map((visit) => visitIn(visit as unknown as Appointment)),
    }
    return {
      moves: bulkMovesOf(actor, { known, isAssignable }),
      isConfirmAsking: isConfirmAsking(known),
    }
  }
}

/** The visits of bookings, earliest first, each with its booking's id. */
const visitsOf = async (req: PayloadRequest, ids: string[]): Promise<Doc[]> => {
  if (ids.length === 0) return []
  const { docs } = await req.payload.find({
    collection: 'appointments',
    where: { booking: { in: ids } },
    sort: 'start',
    select: visitSelect,
    populate: { ...populate, bookings: { number: true } },
    pagination: false,
    depth: 1,
    overrideAccess: false,
    req,
  })
  return (docs as unknown as Doc[]).map(flatBooking)
}

/** One page of bookings with their visits, in two statements, read with the caller's rights. */
export const loadRows = async ({
  req,
  where,
  sort,
  limit,
  page = 1,
  trash = false,
}: LoadRows): Promise<{ rows: BookingRow[]; total: number; pages: number }> => {
  const found = await req.payload.find({
    collection: 'bookings',
    where,
    sort,
    limit,
    page,
    depth: 1,
    joins: false,
    select: bookingSelect,
    populate,
    trash,
    overrideAccess: false,
    req,
  })
  const own = await visitsOf(
    req,
    found.docs.map(({ id }) => String(id)),
  )
  const movesOf = await movesFor(req)
  const rows = (found.docs as unknown as Doc[]).map((booking) =>
    bookingRow(booking, own, { movesOf }),
  )
  if (sort === 'startsAt') rows.sort(byStart)
  return { rows, total: found.totalDocs, pages: found.totalPages }
}

/** By the visit that a row shows, which of several is not always the booking's first. */
const byStart = (one: BookingRow, other: BookingRow): number =>
  (one.startsAt ?? '').localeCompare(other.startsAt ?? '')

/** A visit whose booking is its id, however deep it was read. */
const flatBooking = (visit: Doc): Doc => ({
  ...visit,
  booking: (visit.booking as Doc | null)?.id ?? visit.booking,
})
