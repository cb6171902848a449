import { bookingEvents } from './booking-events.ts'
import { outcomes } from './data/outcomes.ts'
import { zone } from './data/places.ts'
import { cancellations, customerNotes, internalNotes } from './data/words.ts'
import { linePrice } from './line-price.ts'
import type { RecordedVisit } from './recorded.ts'
import { recordVisit } from './record-visit.ts'
import type { World } from './world.ts'
import type { BookingToRecord, RecordedBooking } from './recorded.ts'

const iso = (instant: number) => new Date(instant).toISOString()
const dayMs = 86_400_000

/** Writes one booking with its lines, visits, offers and history. */
export const recordBooking = async (
  world: World,
  input: BookingToRecord,
): Promise<RecordedBooking> => {
  const { planned, timeline } = input
  const priced = planned.lines.map((line) => ({
    ...line,
    price: linePrice(line.service, world.random),
  }))
  const totals = priced.reduce(
    (sum, { price }) => ({
      subtotal: sum.subtotal + price.totalAmount - price.taxAmount,
      tax: sum.tax + price.taxAmount,
      total: sum.total + price.totalAmount,
      currency: 'AUD',
    }),
    { subtotal: 0, tax: 0, total: 0, currency: 'AUD' },
  )
  const record = recordOf(world, input)
  const createdAt = iso(timeline.createdAt)
  const id = world.random.uuid()
  const events = bookingEvents(world, { ...input, id })
  world.history.push(...events)
  await world.add('bookings', { id, ...record, totals, createdAt, version: events.length })
  const visits: RecordedVisit[] = []
  for (const { service, price, visits: plannedVisits } of priced) {
    const { taxAmount: _tax, ...values } = price
    const line = await world.add('booking-lines', {
      ...{ booking: id, service: service.id, description: service.name, createdAt },
      ...values,
      durationMinutes: service.durationMinutes,
      breakdown: [{ kind: 'base', label: service.name, amount: price.totalAmount }],
      requiresApproval: service.requiresApproval ?? false,
      version: 1,
    })
    for (const visit of plannedVisits)
      visits.push(await recordVisit(world, { ...input, booking: id, line, service, visit }))
  }
  return { id, customer: planned.customer.id, visits }
}

const recordOf = (world: World, { number, planned, timeline, successorOf }: BookingToRecord) => {
  const { random } = world
  const { story, customer, lines, location } = planned
  const outcome = outcomes[story.outcome]
  const spans = lines.flatMap(({ visits }) => visits)
  const isApprovable = lines.some(({ service }) => service.requiresApproval)
  const approval = outcome.approval ?? (isApprovable ? 'passed' : 'not_required')
  const manager = world.staff.find(({ role }) => role === 'manager')?.name ?? null
  const isDecided = approval === 'passed' || approval === 'rejected'
  return {
    number,
    status: outcome.booking,
    source: successorOf ? 'reschedule' : timeline.source,
    customer: customer.id,
    contact: customer.contact,
    address: location ? null : customer.address,
    location,
    properties: customer.property && !location ? [customer.property] : [],
    customerSnapshot: {
      name: customer.name,
      phone: customer.phone,
      email: customer.email,
      timezone: zone,
    },
    timezone: zone,
    startsAt: iso(Math.min(...spans.map(({ start }) => start))),
    endsAt: iso(Math.max(...spans.map(({ end }) => end))),
    gates: {
      approval,
      customer: outcome.customer ?? 'not_required',
      deposit: 'not_required',
      approvalBy: isDecided ? manager : null,
      approvalReason: approval === 'rejected' ? 'The meter has to be moved first.' : null,
      customerExpiresAt: outcome.customer === 'open' ? iso(world.now + 2 * dayMs) : null,
    },
    lineage: successorOf?.id ?? null,
    rescheduledFrom: successorOf?.id ?? null,
    labels: random.chance(0.25) ? [random.pick(world.labels)] : [],
    owner: timeline.source === 'manual' ? timeline.office.id : null,
    notes: {
      customer: random.chance(0.35) ? random.pick(customerNotes) : null,
      internal: random.chance(0.2) ? random.pick(internalNotes) : null,
    },
    commsPaused: { email: false, sms: false },
    ...endingOf(world, { planned, timeline }),
    createdByKind: timeline.creator.kind,
    createdById: timeline.creator.id,
    createdByName: timeline.creator.name,
  }
}

const endingOf = (
  { random }: World,
  { planned, timeline }: Pick<BookingToRecord, 'planned' | 'timeline'>,
) => {
  const at = iso(timeline.settledAt)
  const { booking } = outcomes[planned.story.outcome]
  if (booking === 'no_show')
    return { noShow: { by: timeline.office.name, at, feeAmount: random.chance(0.5) ? 8800 : 0 } }
  if (booking !== 'cancelled') return {}
  const byCustomer = planned.customer.email !== null && random.chance(0.5)
  const why = byCustomer ? cancellations[random.between(0, 1)] : random.pick(cancellations)
  const fee = random.pick(['none', 'charged', 'waived'])
  return {
    cancellation: {
      reason: why?.reason,
      comment: why?.comment,
      by: byCustomer ? planned.customer.name : timeline.office.name,
      channel: byCustomer ? 'portal' : 'admin',
      feeAmount: fee === 'charged' ? 5500 : 0,
      feeWaived: fee === 'waived',
      at,
    },
  }
}
