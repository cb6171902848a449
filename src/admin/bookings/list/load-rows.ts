import type { PayloadRequest, Where } from 'payload'
import { type BookingRow, bookingRow } from './booking-row.ts'

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
} as const

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
  const ids = found.docs.map(({ id }) => String(id))
  const visits =
    ids.length === 0
      ? []
      : (
          await req.payload.find({
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
        ).docs
  const rows = (found.docs as unknown as Doc[]).map((booking) =>
    bookingRow(booking, (visits as unknown as Doc[]).map(flatBooking)),
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
