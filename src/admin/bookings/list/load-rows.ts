import type { PayloadRequest, Where } from 'payload'
import { actorOf, may } from '../../../access/actor.ts'
import { answerEvents } from '../../../domain/bookings/booking-events.ts'
import { whyNotRemind } from '../../../domain/bookings/reminders.ts'
import { openOffers } from '../../../domain/bookings/states.ts'
import { idOf } from '../../../domain/id-of.ts'
import type { Appointment, AssignmentOffer, Booking } from '../../../payload-types.ts'
import { answerCase, bookingIn, rulesOf, visitIn } from '../../../steps/bookings/booking-case.ts'
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
const movesFor = async (req: PayloadRequest, offers: AssignmentOffer[]): Promise<MovesOf> => {
  const [actor, rules] = [await actorOf(req), await rulesOf(req)]
  const now = Date.now()
  const isAcceptable = (booking: Doc, doc: Doc) => {
    const visit = doc as unknown as Appointment
    if (visit.acceptance !== 'pending') return false
    const own = offers.filter(({ appointment }) => idOf(appointment) === visit.id)
    const given = { actor, booking: booking as unknown as Booking, visit, offers: own }
    const { open } = answerEvents(answerCase(given))
    return open.some(({ event, asks }) => event === 'accept' && asks.length === 0)
  }
  const mayAnswer = may(actor, 'appointment.respond-on-behalf')
  return (booking, visits, { isAssignable }) => {
    const acceptable = visits.filter((visit) => mayAnswer && isAcceptable(booking, visit))
    const known = {
      ...{ actor, rules, now, booking: bookingIn(booking as unknown as Booking) },
      visits: visits.map((visit) => visitIn(visit as unknown as Appointment)),
    }
    return {
      acceptable: acceptable.map(({ id }) => String(id)),
      moves: bulkMovesOf(actor, {
        ...{ known, isAssignable, isAcceptable: acceptable.length > 0 },
        isRemindable:
          whyNotRemind(
            offers.filter((offer) => idOf(offer.booking) === booking.id),
            now,
          ) === null,
      }),
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

/** The offers of bookings that still wait for an answer, as far as the reader may see them. */
const openOffersOf = async (req: PayloadRequest, ids: string[]): Promise<AssignmentOffer[]> => {
  if (ids.length === 0) return []
  const { docs } = await req.payload.find({
    collection: 'assignment-offers',
    where: { booking: { in: ids }, state: { in: [...openOffers] } },
    ...{ sort: 'createdAt', pagination: false, depth: 0, overrideAccess: false, req },
  })
  return docs
}

/** One page of bookings with their visits and offers, in three statements, read with the caller's rights. */
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
  const [own, offers] = await Promise.all([visitsOf(req, ids), openOffersOf(req, ids)])
  const movesOf = await movesFor(req, offers)
  const rows = (found.docs as unknown as Doc[]).map((booking) =>
    bookingRow(booking, own, { movesOf, offers: offers as unknown as Doc[] }),
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
