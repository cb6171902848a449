import { firstCompany } from '../../domain/records/first-company.ts'
import type { PayloadRequest } from 'payload'
import { type Actor, actorOf, may } from '../../access/actor.ts'
import type { VisitDetail } from '../../contracts/scheduling/visit-detail.ts'
import { answerEvents, bookingEvents, needsReason } from '../../domain/bookings/booking-events.ts'
import { openAmong } from '../../domain/bookings/open-events.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { answerCase, bookingCase } from '../../steps/bookings/booking-case.ts'
import { staffCancelTerms } from '../bookings/staff-cancel-terms.ts'
import { offersOf } from '../../steps/bookings/offers.ts'
import { idOf } from '../../domain/id-of.ts'
import type { Address, Appointment, Booking } from '../../payload-types.ts'

const docOf = <Doc extends object>(value: Doc | string | null | undefined): Doc | null =>
  typeof value === 'object' ? (value ?? null) : null

const actions = ['confirm', 'complete', 'no-show', 'cancel'] as const

const answers = ['accept', 'decline'] as const

type Answers = Pick<VisitDetail, 'answers' | 'answersFor'>

/** The person for whom the office may answer, as far as the caller may know them, and what. */
const answersOf = async (
  req: PayloadRequest,
  { visit, booking, actor }: { visit: Appointment; booking: Booking; actor: Actor },
): Promise<Answers> => {
  const offers = await offersOf(req, visit.id)
  const known = answerCase({ actor, booking, visit, offers })
  const { docs } = await req.payload.find({
    collection: 'fieldworkers',
    where: { id: { equals: known.person ?? '' } },
    ...{ depth: 0, limit: 1, overrideAccess: false, req },
  })
  const [person] = known.person ? docs : []
  if (!person || !may(actor, 'appointment.respond-on-behalf')) {
    return { answersFor: person ? { id: person.id, name: person.name } : null, answers: [] }
  }
  return {
    answersFor: { id: person.id, name: person.name },
    answers: openAmong(answerEvents(known), answers),
  }
}

const line = (address: Address): string =>
  [
    [address.line1, address.line2].filter(Boolean).join(', '),
    [address.suburb, address.region, address.postcode].filter(Boolean).join(' '),
  ]
    .filter(Boolean)
    .join(', ')

const emailOf = (email: string | null | undefined): string | null =>
  email && !email.endsWith('.invalid') ? email : null

const noSuchVisit = () => new DomainError('not-found', 'There is no such visit.')

/** The visit and its booking, as far as the caller may read them. */
const readVisit = async (
  req: PayloadRequest,
  id: string,
): Promise<{ visit: Appointment; booking: Booking }> => {
  const mine = { depth: 1, limit: 1, overrideAccess: false, req } as const
  const found = await req.payload.find({
    collection: 'appointments',
    where: { id: { equals: id } },
    ...mine,
  })
  const visit = found.docs[0] as Appointment | undefined
  if (!visit) throw noSuchVisit()
  const bookings = await req.payload.find({
    collection: 'bookings',
    where: { id: { equals: idOf(visit.booking) ?? '' } },
    joins: false,
    ...mine,
  })
  const booking = bookings.docs[0] as Booking | undefined
  if (!booking) throw noSuchVisit()
  return { visit, booking }
}

const placeOf = (visit: Appointment, booking: Booking) => {
  const address = docOf(visit.address) ?? docOf(booking.address)
  const location = docOf(visit.location) ?? docOf(booking.location)
  return {
    place: address?.suburb ?? location?.name ?? null,
    address: address?.line1 ? line(address) : (location?.name ?? null),
  }
}

/** The customer as they were when they booked. */
const customerOf = ({ customer, customerSnapshot: snapshot }: Booking) => {
  const current = docOf(customer)
  return {
    name: snapshot?.name ?? current?.name ?? 'Customer',
    phone: snapshot?.phone ?? current?.phone ?? null,
    email: emailOf(snapshot?.email ?? current?.email),
  }
}

const commandsOf = async (
  req: PayloadRequest,
  { actor, visit, booking }: { actor: Actor; visit: Appointment; booking: Booking },
) => {
  const events = bookingEvents(await bookingCase(req, { actor, booking }))
  const isMailed = customerOf(booking).email && !booking.commsPaused?.email
  return {
    actions: openAmong(events, actions),
    asksReason: needsReason(events),
    ...(await answersOf(req, { visit, booking, actor })),
    cancelTerms: await staffCancelTerms(req, {
      ...{ actor, booking, currency: booking.totals?.currency ?? firstCompany.currency },
      notified: [
        isMailed ? booking.customerSnapshot?.name : undefined,
        docOf(visit.fieldworker)?.name,
      ],
    }),
  }
}

/**
 * One visit with its booking, read with the caller's own rights, and the commands open to them.
 * @throws {DomainError} not-signed-in, not-found
 */
export const readVisitDetail = async (req: PayloadRequest, id: string): Promise<VisitDetail> => {
  const actor = await actorOf(req)
  if (actor.kind === 'anonymous') {
    throw new DomainError('not-signed-in', 'Sign in first.')
  }
  const { visit, booking } = await readVisit(req, id)
  const fieldworker = docOf(visit.fieldworker)
  return {
    id: visit.id,
    version: visit.version ?? 1,
    booking: { id: booking.id, number: booking.number ?? '', status: booking.status },
    service: docOf(visit.service)?.name ?? 'Visit',
    start: visit.start,
    end: visit.end,
    timezone: visit.timezone ?? booking.timezone ?? 'UTC',
    status: visit.status,
    acceptance: visit.acceptance,
    progress: visit.progress,
    fieldworker: fieldworker ? { id: fieldworker.id, name: fieldworker.name } : null,
    ...placeOf(visit, booking),
    customer: customerOf(booking),
    notes: booking.notes?.customer ?? null,
    source: booking.source,
    createdAt: booking.createdAt,
    createdBy: booking.createdByName ?? null,
    ...(await commandsOf(req, { actor, visit, booking })),
  }
}
