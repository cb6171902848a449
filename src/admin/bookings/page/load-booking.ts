import { firstCompany } from '../../../domain/records/first-company.ts'
import type { PayloadRequest } from 'payload'
import { type Actor, may } from '../../../access/actor.ts'
import { idOf, related } from '../../ui/related.ts'
import type { BookingView, GateView, LineView } from './booking-view.ts'
import { loadLineage, loadSeries } from './load-lineage.ts'
import { type Answers, answeredQuestions } from '../../../domain/bookings/answers.ts'
import type { BookingCase } from '../../../domain/bookings/facts.ts'
import { bookingIn, rulesOf, visitIn } from '../../../steps/bookings/booking-case.ts'
import { openMoves } from './open-moves.ts'
import { readVisits } from './read-visits.ts'

type Doc = Record<string, unknown>
type Question = { key: string; label: string }

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const whole = (value: unknown): number => (typeof value === 'number' ? value : 0)
const group = (value: unknown): Doc => (related<Doc>(value as Doc) ?? {}) as Doc

const pausedIn = (paused: Doc) => ({ email: paused.email === true, sms: paused.sms === true })

const readLine = (line: Doc): LineView => {
  const service = related<Doc>(line.service as Doc)
  return {
    id: text(line.id),
    service: { id: idOf(line.service) ?? '', name: text(service?.name) || 'Service' },
    description: text(line.description),
    quantity: line.quantity === null || line.quantity === undefined ? 1 : whole(line.quantity),
    unitAmount: whole(line.unitAmount),
    totalAmount: whole(line.totalAmount),
    version: whole(line.version),
    answers: answeredQuestions(
      (service?.questions ?? []) as Question[],
      line.answers as Answers | null,
    ),
  }
}

const readGates = (gates: Doc): GateView[] =>
  (['approval', 'customer', 'deposit'] as const).map((name) => ({
    name,
    state: text(gates[name]) || 'not_required',
    reason: name === 'approval' ? text(gates.approvalReason) : '',
  }))

const readPlace = (booking: Doc): BookingView['place'] => {
  const address = related<Doc>(booking.address as Doc)
  const location = related<Doc>(booking.location as Doc)
  const postal = address ?? group(location?.address)
  const town = [postal.suburb, postal.region, postal.postcode].map(text).filter(Boolean).join(' ')
  const lines = [text(location?.name), text(postal.line1), text(postal.line2), town].filter(Boolean)
  const kind = address ? 'address' : location ? 'location' : 'none'
  return { id: idOf(address ?? location), kind, lines, access: text(address?.accessNotes) }
}

const readCancellation = (booking: Doc): BookingView['cancellation'] => {
  const given = group(booking.cancellation)
  if (!given.at) return undefined
  return {
    reason: text(given.reason),
    comment: text(given.comment),
    by: text(given.by),
    at: text(given.at),
    fee: whole(given.feeAmount),
    feeName: text(given.feeName),
    waived: given.feeWaived === true,
  }
}

const named = (value: unknown) => {
  const doc = related<Doc>(value as Doc)
  return doc ? { id: text(doc.id), name: text(doc.name) } : undefined
}

const readHead = (booking: Doc) => {
  const snapshot = group(booking.customerSnapshot)
  const customer = related<Doc>(booking.customer as Doc)
  const email = text(snapshot.email) || text(customer?.email)
  const address = related<Doc>(booking.address as Doc)
  return {
    customer: {
      id: idOf(booking.customer),
      name: text(snapshot.name) || text(customer?.name) || 'Customer',
      phone: text(snapshot.phone) || text(customer?.phone),
      email: email.endsWith('.invalid') ? '' : email,
    },
    contact: { id: idOf(booking.contact), name: named(booking.contact)?.name ?? '' },
    owner: named(booking.owner),
    postcode: text(address?.postcode) || undefined,
    locationId: idOf(booking.location),
  }
}

/** The booking with its lines, visits and offers, as far as the caller may read them. */
const readBooking = async (req: PayloadRequest, actor: Actor, id: string) => {
  const mine = { overrideAccess: false, req, depth: 1, pagination: false } as const
  const ofBooking = { where: { booking: { equals: id } }, ...mine }
  const [found, lines, visits, offers] = await Promise.all([
    req.payload.find({
      collection: 'bookings',
      where: { id: { equals: id } },
      trash: may(actor, 'booking.delete'),
      joins: false,
      ...mine,
    }),
    req.payload.find({ collection: 'booking-lines', ...ofBooking }),
    req.payload.find({
      collection: 'appointments',
      sort: ['start', 'createdAt', 'id'],
      ...ofBooking,
    }),
    req.payload.find({ collection: 'assignment-offers', sort: '-respondedAt', ...ofBooking }),
  ])
  return { document: found.docs[0], lines: lines.docs, visits: visits.docs, offers: offers.docs }
}

const readTotals = (totals: Doc) => ({
  subtotal: whole(totals.subtotal),
  tax: whole(totals.tax),
  total: whole(totals.total),
  currency: text(totals.currency) || firstCompany.currency,
})

const readLabels = (labels: unknown) =>
  ((labels as Doc[] | null) ?? [])
    .filter((label) => typeof label === 'object')
    .map((label) => ({ id: text(label.id), name: text(label.name), colour: text(label.colour) }))

/** The booking's own words and times. */
const readFacts = (booking: Doc) => {
  const notes = group(booking.notes)
  return {
    number: text(booking.number),
    version: whole(booking.version),
    status: text(booking.status),
    source: text(booking.source),
    startsAt: text(booking.startsAt) || undefined,
    endsAt: text(booking.endsAt) || undefined,
    timezone: text(booking.timezone) || 'UTC',
    deletedAt: text(booking.deletedAt) || undefined,
    createdAt: text(booking.createdAt),
    createdBy: text(booking.createdByName),
    labels: readLabels(booking.labels),
    notes: { internal: text(notes.internal), customer: text(notes.customer) },
    totals: readTotals(group(booking.totals)),
  }
}

/** Everything the booking page shows, read with the caller's own rights; undefined when hidden. */
export const loadBooking = async (args: {
  req: PayloadRequest
  actor: Actor
  id: string
}): Promise<BookingView | undefined> => {
  const { req, actor, id } = args
  const { document, lines, visits, offers } = await readBooking(req, actor, id)
  if (!document) return undefined
  const booking = document as unknown as Doc
  const known: BookingCase = {
    ...{ actor, booking: bookingIn(document), visits: visits.map(visitIn) },
    ...{ rules: await rulesOf(req), now: Date.now() },
  }
  const paused = pausedIn(group(booking.commsPaused))
  return {
    id,
    ...readFacts(booking),
    ...readHead(booking),
    gates: readGates(group(booking.gates)),
    place: readPlace(booking),
    paused,
    cancellation: readCancellation(booking),
    lines: (lines as unknown as Doc[]).map(readLine),
    lineage: await loadLineage(req, { ...booking, id }),
    series: await loadSeries(req, booking),
    visits: readVisits({ actor, known, booking: document, visits, offers }),
    ...openMoves({ known, paused }),
  }
}
