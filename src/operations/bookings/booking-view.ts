import { firstCompany } from '../../domain/records/first-company.ts'
import type { PayloadRequest } from 'payload'
import { actorOf } from '../../access/actor.ts'
import { isLive } from '../../domain/bookings/states.ts'
import { bookingCase } from '../../steps/bookings/booking-case.ts'
import type { BookingSummary, BookingView } from '../../contracts/bookings/my-bookings.ts'
import { eventSequence } from '../../domain/messages/visit-event.ts'
import { readBookingViews, type StoredBookingView } from '../../database/bookings/booking-views.ts'
import type { Booking } from '../../payload-types.ts'
import { awaitedBy } from './awaited-by.ts'
import { cancelTerms } from './cancel-terms.ts'
import { repeatTerms } from '../scheduling/repeat-terms.ts'
import { rescheduleTerms } from './reschedule-terms.ts'
import { showsNames } from './shows-names.ts'

const order = ['in_progress', 'paused', 'en_route', 'not_started']
const unique = (values: (string | null)[]) => [...new Set(values.filter((one) => one !== null))]
const iso = (value: string) => new Date(value).toISOString()

const summaryOf = (booking: Booking, stored: StoredBookingView, names: boolean): BookingSummary => {
  const { lines, visits, place } = stored
  const open = visits.filter(isLive)
  const now = Date.now()
  const next = open.find(({ end, progress }) => progress !== 'finished' && Date.parse(end) > now)
  const progress = order.find((state) => open.some((visit) => visit.progress === state))
  return {
    id: booking.id,
    number: booking.number ?? '',
    status: booking.status,
    startsAt: booking.startsAt ?? null,
    endsAt: booking.endsAt ?? null,
    next: next ? { start: iso(next.start), end: iso(next.end) } : null,
    timezone: booking.timezone ?? 'UTC',
    services: unique(lines.map(({ name }) => name)),
    place,
    awaiting: awaitedBy(booking, {
      isOffered: open.some(({ acceptance }) => acceptance === 'pending'),
    }),
    progress: progress ?? (visits.length > 0 && open.length === 0 ? 'finished' : 'not_started'),
    fieldworkers: names ? unique(visits.map(({ fieldworker }) => fieldworker)) : [],
  }
}

/** Bookings as their customer sees them in a list, all details in one statement. */
export const bookingSummaries = async (
  req: PayloadRequest,
  bookings: Booking[],
): Promise<BookingSummary[]> => {
  const stored = await readBookingViews(
    req,
    bookings.map(({ id }) => id),
  )
  const names = await showsNames(req)
  return bookings.flatMap((booking) => {
    const view = stored.get(booking.id)
    return view ? [summaryOf(booking, view, names)] : []
  })
}

type Money = (amount: number | null | undefined) => { amount: number; currency: string }

const visitView = (
  visit: StoredBookingView['visits'][number],
  names: boolean,
): BookingView['visits'][number] => {
  const { acceptance: _acceptance, moves, version, bookingVersion, ...shown } = visit
  return {
    ...shown,
    sequence: eventSequence({ moves, version, bookingVersion }),
    start: iso(visit.start),
    end: iso(visit.end),
    fieldworker: names ? visit.fieldworker : null,
  }
}

const cancellationView = ({ status, cancellation }: Booking, money: Money) =>
  status === 'cancelled'
    ? {
        comment: cancellation?.comment ?? null,
        at: cancellation?.at ?? null,
        fee: cancellation?.feeAmount ? money(cancellation.feeAmount) : null,
      }
    : null

/** One booking as its customer sees it: lines, visits, money, and what cancelling would mean. */
export const bookingView = async (req: PayloadRequest, booking: Booking): Promise<BookingView> => {
  const stored = (await readBookingViews(req, [booking.id])).get(booking.id)
  const view = stored ?? { id: booking.id, place: null, lines: [], visits: [] }
  const names = await showsNames(req)
  const currency = booking.totals?.currency ?? firstCompany.currency
  const money: Money = (amount) => ({ amount: Number(amount ?? 0), currency })
  const { totals, notes } = booking
  const known = await bookingCase(req, { actor: await actorOf(req), booking })
  return {
    ...summaryOf(booking, view, names),
    lines: view.lines.map(({ total, ...line }) => ({
      ...line,
      quantity: Number(line.quantity),
      total: money(total),
    })),
    visits: view.visits.map((visit) => visitView(visit, names)),
    totals: totals
      ? { subtotal: money(totals.subtotal), tax: money(totals.tax), total: money(totals.total) }
      : null,
    notes: notes?.customer ?? null,
    cancellation: cancellationView(booking, money),
    cancel: cancelTerms(known, currency),
    reschedule: rescheduleTerms(known),
    repeat: await repeatTerms(req, booking),
  }
}
