import type { PayloadRequest } from 'payload'
import { type Actor, may } from '../../access/actor.ts'
import { type Channel, channelOf } from '../../access/channel-of.ts'
import { lineAnswersSchema, type Plan, planSchema } from '../../contracts/bookings/bookings.ts'
import type { Command } from '../../contracts/bookings/command.ts'
import { cached } from '../../database/records/request-cache.ts'
import { skips } from '../../domain/bookings/command-facts.ts'
import { isReadyToConfirm, openingGates } from '../../domain/bookings/gates.ts'
import { assertBookingOpen, assertMayBook } from '../../domain/bookings/may-book.ts'
import { isOffice } from '../../domain/bookings/office.ts'
import { sourceOf } from '../../domain/bookings/source-of.ts'
import { DomainError } from '../../domain/domain-error.ts'
import type { Booking, Customer } from '../../payload-types.ts'
import { actingIn } from './acting-in.ts'
import { portalOf } from './booking-case.ts'
import { idOf } from '../../domain/id-of.ts'
import { commandIn } from './command-in.ts'
import { assertOfferedStart } from '../scheduling/assert-offered-start.ts'
import { assertPlanAllowed } from './assert-plan-allowed.ts'
import type { TimeRequest } from '../scheduling/time-request.ts'
import { collectOverrides } from './collect-overrides.ts'
import { nextBookingNumbers } from './next-booking-number.ts'
import { overridingOf } from '../scheduling/overriding-of.ts'
import { type BookingPlace, placeOfBooking } from './place-of-booking.ts'
import type { PlannedLine } from './plan-types.ts'
import { type Refused, resolvePlans } from './resolve-plan.ts'
import { type BookingRules, settingsOf } from './settings-of.ts'

const customerOf = async (req: PayloadRequest, id: string | null): Promise<Customer> => {
  const read = () =>
    req.payload.findByID({
      collection: 'customers',
      id: id ?? '',
      depth: 0,
      req,
      overrideAccess: true,
      disableErrors: true,
    })
  const customer = id ? await cached<Customer | null>(req, `customers:${id}`, read) : null
  if (customer) return customer
  throw new DomainError('invalid-input', 'Choose a customer for this booking.', {
    field: 'customer',
  })
}

/** `guestEmail` is what a guest gave; an account's own e-mail always wins. */
export const snapshotOf = ({ name, phone, email, timezone }: Customer, guestEmail: unknown) => ({
  name,
  phone: phone ?? null,
  email: email.endsWith('@no-email.invalid') ? (guestEmail ?? null) : email,
  timezone: timezone ?? null,
})

const totalsOf = (lines: PlannedLine[], currency: string) => {
  const sum = (of: (line: PlannedLine) => number) => lines.reduce((all, line) => all + of(line), 0)
  return {
    subtotal: sum((line) => line.subtotalAmount),
    tax: sum((line) => line.taxAmount),
    total: sum((line) => line.totalAmount),
    currency,
  }
}

const spanOf = (lines: PlannedLine[]) => {
  const visits = lines.flatMap((line) => line.visits)
  const starts = visits.map((visit) => visit.start).sort()
  const ends = visits.map((visit) => visit.end).sort()
  return { startsAt: starts[0] ?? null, endsAt: ends.at(-1) ?? null }
}

/** An occurrence of a series is made by the rules alone. */
const seriesOf = ({ name, as }: Command, data: Partial<Booking>) =>
  name === 'repeat' && as === 'caller'
    ? { series: idOf(data.series), seriesIndex: data.seriesIndex ?? null, source: 'recurrence' }
    : { series: null, seriesIndex: null }

/** What is planned; answers that come with the booking itself belong to its first service. */
const planIn = ({ plan: asked, answers }: Partial<Booking>): Plan => {
  const [first, ...others] = planSchema.parse(asked)
  if (!first) return others
  const own = first.answers ?? lineAnswersSchema.nullish().parse(answers)
  return [{ ...first, ...(own && { answers: own }) }, ...others]
}

type Wanted = {
  data: Partial<Booking>
  command: Command
  actor: Actor
  channel: Channel
  plan: Plan
  customer: Customer
  rules: BookingRules
  place: BookingPlace
  timezone: string
  copiesAnswers: boolean
  overrides: ReturnType<typeof collectOverrides>
} & Pick<TimeRequest, 'onOverride' | 'overriding'>

/** What is asked, read and allowed, before any time is taken. */
const wantedOf = async (req: PayloadRequest, data: Partial<Booking>): Promise<Wanted> => {
  const command = commandIn(data)
  const actor = await actingIn(req, command)
  assertMayBook(actor)
  assertBookingOpen(actor, await portalOf(req))
  const plan = planIn(data)
  // An occurrence of a series copies what its first was allowed to be.
  if (!skips('bookings', command, 'limits')) assertPlanAllowed(actor, plan)
  const customer = await customerOf(req, idOf(data.customer))
  const rules = await settingsOf(req)
  const place = await placeOfBooking(req, data)
  const timezone = place.timezone ?? rules.company.timezone
  if (!isOffice(actor)) {
    for (const { service, visits } of plan) {
      for (const { start } of visits) {
        const end = new Date(Date.parse(start) + 1).toISOString()
        await assertOfferedStart(req, { service, start, end, timezone, now: Date.now() })
      }
    }
  }
  const overriding = overridingOf(actor, command)
  const overrides = collectOverrides()
  const { onOverride } = overrides
  const known = {
    data,
    command,
    actor,
    channel: channelOf(req),
    plan,
    customer,
    rules,
    place,
    timezone,
    copiesAnswers: skips('bookings', command, 'questions'),
  }
  return { ...known, overriding, onOverride, overrides }
}

/** The whole booking, once its people are known. */
const bookingOf = (
  { data, command, actor, channel, customer, rules, timezone, overrides }: Wanted,
  { lines, number }: { lines: PlannedLine[]; number: string },
) => {
  const gates = openingGates({ requiresApproval: lines.some((line) => line.requiresApproval) })
  const visits = lines.flatMap((line) => line.visits.map((one) => ({ ...one, status: 'pending' })))
  return {
    ...data,
    ...spanOf(lines),
    plan: lines,
    number,
    status: isReadyToConfirm(gates, visits) ? ('confirmed' as const) : ('pending' as const),
    gates,
    customerSnapshot: snapshotOf(customer, data.customerSnapshot?.email),
    timezone,
    totals: totalsOf(lines, rules.company.currency),
    cancellation: {},
    noShow: {},
    lineage: null,
    rescheduledFrom: null,
    rescheduledTo: null,
    source: sourceOf(actor, { channel, claimed: data.source }),
    ...seriesOf(command, data),
    commsPaused: { email: false, sms: false },
    owner: may(actor, 'booking.edit') ? (data.owner ?? null) : null,
    createdByKind: actor.kind,
    createdById: actor.id ?? null,
    createdByName: actor.name,
    deletedAt: null,
    command: { ...command, ...overrides.said() },
  }
}

/**
 * Turns what somebody wants (customer, place, `plan`) into whole bookings: prices, people, gates,
 * status and number. Whatever else was submitted of those is ignored.
 */
export const newBookings = async (
  req: PayloadRequest,
  asked: Partial<Booking>[],
  { refused }: { refused?: Refused } = {},
) => {
  const wanted: Wanted[] = []
  for (const data of asked) wanted.push(await wantedOf(req, data))
  const plans = await resolvePlans(req, wanted, { refused })
  const numbers = await nextBookingNumbers(req, asked.length)
  return wanted.map((one, at) =>
    bookingOf(one, { lines: plans[at] ?? [], number: numbers[at] as string }),
  )
}

/** One of them. */
export const newBooking = async (req: PayloadRequest, data: Partial<Booking>) => {
  const [booking] = await newBookings(req, [data])
  return booking as NonNullable<typeof booking>
}
