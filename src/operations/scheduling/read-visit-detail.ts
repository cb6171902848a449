import type { PayloadRequest } from 'payload'
import { type Actor, actorOf, may } from '../../access/actor.ts'
import type { VisitDetail } from '../../contracts/scheduling/visit-detail.ts'
import { acceptanceLifecycle } from '../../domain/bookings/acceptance-lifecycle.ts'
import { respondentOf } from '../../domain/bookings/respondent.ts'
import { bookingLifecycle } from '../../domain/bookings/booking-lifecycle.ts'
import { cancelTerms } from '../../domain/bookings/cancellation.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { allowedEvents } from '../../domain/lifecycle.ts'
import { offersOf } from '../../steps/bookings/offers.ts'
import { idOf } from '../../domain/id-of.ts'
import type { Address, Appointment, Booking } from '../../payload-types.ts'

const docOf = <Doc extends object>(value: Doc | string | null | undefined): Doc | null =>
  typeof value === 'object' ? (value ?? null) : null

const actions = ['confirm', 'complete', 'no-show', 'cancel'] as const

const answers = ['accept', 'decline'] as const

/** The person for whom the office may answer, as far as the caller may know them. */
const answersForOf = async (
  req: PayloadRequest,
  visit: Appointment,
): Promise<VisitDetail['answersFor']> => {
  const offers = await offersOf(req, visit.id)
  const asked = offers.map((offer) => ({
    fieldworker: idOf(offer.fieldworker),
    state: offer.state ?? '',
  }))
  const id = respondentOf(idOf(visit.fieldworker), asked)
  if (!id) return null
  const { docs } = await req.payload.find({
    collection: 'fieldworkers',
    where: { id: { equals: id } },
    ...{ depth: 0, limit: 1, overrideAccess: false, req },
  })
  const [person] = docs
  return person ? { id: person.id, name: person.name } : null
}

const answersOf = (visit: Appointment, actor: Actor): VisitDetail['answers'] => {
  const isOpen = visit.status === 'pending' || visit.status === 'confirmed'
  const hasBegun = (visit.progress ?? 'not_started') !== 'not_started'
  if (!isOpen || hasBegun) return []
  if (!may(actor, 'appointment.respond-on-behalf')) return []
  const events = allowedEvents(acceptanceLifecycle, visit.acceptance, actor.permissions)
  return answers.filter((event) => events.includes(event))
}

const line = (address: Address): string =>
  [
    [address.line1, address.line2].filter(Boolean).join(', '),
    [address.suburb, address.region, address.postcode].filter(Boolean).join(' '),
  ]
    .filter(Boolean)
    .join(', ')

const termsOf = async (
  req: PayloadRequest,
  { booking, told }: { booking: Booking; told: (string | undefined)[] },
): Promise<VisitDetail['cancelTerms']> => {
  // The terms are the company's; every member of staff who cancels must see them.
  const open = { depth: 0, overrideAccess: true, req } as const
  const [money, settings, portal, actor] = await Promise.all([
    req.payload.findGlobal({ slug: 'financial-settings', ...open }),
    req.payload.findGlobal({ slug: 'booking-settings', ...open }),
    req.payload.findGlobal({ slug: 'portal-settings', ...open }),
    actorOf(req),
  ])
  const rules = { ...money, ...settings, ...portal }
  const terms = cancelTerms(actor, { booking, rules, now: Date.now() })
  return {
    feeAmount: terms.feeAmount,
    feeDue: terms.feeDue,
    currency: booking.totals?.currency ?? 'AUD',
    mayWaive: terms.mayWaive,
    reasonRequired: terms.reasonRequired,
    told: told.filter((name): name is string => Boolean(name)),
  }
}

const emailOf = (email: string | null | undefined): string | null =>
  email && !email.endsWith('.invalid') ? email : null

const noSuchVisit = () => new DomainError('not-found', 'There is no such visit.', { status: 404 })

/**
 * One visit with its booking, read with the caller's own rights, and the commands open to them.
 * @throws {DomainError} not-signed-in, not-found
 */
export const readVisitDetail = async (req: PayloadRequest, id: string): Promise<VisitDetail> => {
  const actor = await actorOf(req)
  if (actor.kind === 'anonymous') {
    throw new DomainError('not-signed-in', 'Sign in first.', { status: 401 })
  }
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
  const address = docOf(visit.address) ?? docOf(booking.address)
  const location = docOf(visit.location) ?? docOf(booking.location)
  const customer = docOf(booking.customer)
  const fieldworker = docOf(visit.fieldworker)
  const snapshot = booking.customerSnapshot
  const customerEmail = emailOf(snapshot?.email ?? customer?.email)
  const events = allowedEvents(bookingLifecycle, booking.status, actor.permissions)
  const answersFor = await answersForOf(req, visit)
  const hasStarted = Date.parse(visit.start) <= Date.now()
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
    place: address?.suburb ?? location?.name ?? null,
    address: address?.line1 ? line(address) : (location?.name ?? null),
    customer: {
      name: snapshot?.name ?? customer?.name ?? 'Customer',
      phone: snapshot?.phone ?? customer?.phone ?? null,
      email: customerEmail,
    },
    notes: booking.notes?.customer ?? null,
    source: booking.source,
    createdAt: booking.createdAt,
    createdBy: booking.createdByName ?? null,
    actions: actions.filter(
      (event) =>
        events.includes(event) && (hasStarted || (event !== 'complete' && event !== 'no-show')),
    ),
    answersFor,
    answers: answersFor ? answersOf(visit, actor) : [],
    cancelTerms: await termsOf(req, {
      booking,
      told: [
        customerEmail && !booking.commsPaused?.email ? (snapshot?.name ?? undefined) : undefined,
        fieldworker?.name,
      ],
    }),
  }
}
