import type { PayloadRequest } from 'payload'
import { type Actor, actorOf } from '../../../src/access/actor.ts'
import {
  answerEvents,
  approvalEvents,
  bookingEvents,
  progressEvents,
  visitEvents,
} from '../../../src/domain/bookings/booking-events.ts'
import type { OpenEvents } from '../../../src/domain/bookings/open-events.ts'
import type { Appointment, Booking } from '../../../src/payload-types.ts'
import { answerCase, bookingCase, visitCase } from '../../../src/steps/bookings/booking-case.ts'
import { offersOf } from '../../../src/steps/bookings/offers.ts'
import type { Harness } from '../../support/harness.ts'
import { sydney } from '../../support/shop.ts'

/** A booking with two visits, as `put` brings it into a state past every rule. */
export type World = {
  name: string
  booking: string
  approval?: string
  /** Days from now of the two visits. */
  days: [number, number]
  visit?: { status?: string; acceptance?: string; progress?: string; duty?: boolean }
  other?: { status?: string }
}

export type Ids = { booking: string; visit: string; other: string }

export const put = async ({ shop, sql }: Harness, ids: Ids, world: World) => {
  const { booking, approval = 'not_required', days, visit = {}, other = {} } = world
  const { status = booking, acceptance = 'accepted', progress = 'not_started' } = visit
  const times = days.map((day) => sydney(day, '09:00'))
  const isHeld = acceptance === 'accepted' || acceptance === 'pending'
  await sql('delete from occupancies')
  await sql('delete from assignment_offers')
  await sql('delete from appointments_duties')
  await sql('update appointments set replaced_by_id = null, replaces_id = null')
  await sql('update bookings set rescheduled_to_id = null, deleted_at = null')
  await sql('delete from appointments where id not in ($1, $2)', [ids.visit, ids.other])
  await sql(
    `update bookings set status = $2::text::enum_bookings_status, starts_at = $4, ends_at = $4,
       gates_approval = $3::text::enum_bookings_gates_approval where id = $1`,
    [ids.booking, booking, approval, times.toSorted()[0]],
  )
  await sql(
    `update appointments set status = $2::text::enum_appointments_status,
       acceptance = $3::text::enum_appointments_acceptance,
       progress = $4::text::enum_appointments_progress, method = 'request',
       fieldworker_id = $5, reserved_for_id = null, start = $6, busy_start = $6,
       "end" = $6::timestamptz + interval '1 hour', busy_end = $6::timestamptz + interval '1 hour'
     where id = $1`,
    [ids.visit, status, acceptance, progress, isHeld ? shop.people[0] : null, times[0]],
  )
  await sql(
    `update appointments set status = $2::text::enum_appointments_status, acceptance = 'accepted',
       progress = 'not_started', method = 'request', fieldworker_id = $3, start = $4, busy_start = $4,
       "end" = $4::timestamptz + interval '1 hour', busy_end = $4::timestamptz + interval '1 hour'
     where id = $1`,
    [ids.other, other.status ?? booking, shop.people[1], times[1]],
  )
  if (visit.duty)
    await sql(
      `insert into appointments_duties (_order, _parent_id, id, label, done)
       values (1, $1, 'duty', 'Photo', false)`,
      [ids.visit],
    )
  if (acceptance !== 'pending' && acceptance !== 'declined') return
  await sql(
    `insert into assignment_offers (appointment_id, booking_id, fieldworker_id, mode, state, sent_at)
     values ($1, $2, $3, 'request', $4::text::enum_assignment_offers_state, now())`,
    [ids.visit, ids.booking, shop.people[0], acceptance],
  )
}

type Seen = { req: PayloadRequest; actor: Actor; booking: Booking; visit: Appointment }

/** The booking and its first visit where the caller may see them. */
export const seenBy = async (req: PayloadRequest, ids: Ids): Promise<Seen | null> => {
  const of = { req, depth: 0, overrideAccess: false, disableErrors: true } as const
  const { payload } = req
  const booking = await payload.findByID({ collection: 'bookings', id: ids.booking, ...of })
  const visit = await payload.findByID({ collection: 'appointments', id: ids.visit, ...of })
  return booking && visit ? { req, actor: await actorOf(req), booking, visit } : null
}

const reason = 'Because'
const words = { reason, comment: reason, to: { start: sydney(9, '09:00') } }
const moving = ['reschedule', 'retime']

/** A lifecycle as the domain answers it, and the door by which each of its events is sent. */
export type Door = {
  events: (seen: Seen) => Promise<OpenEvents<string>>
  /** Method, path and body; null where an event has no door but follows from others. */
  send: (event: string, ids: Ids) => ['PATCH' | 'POST', string, object] | null
}

const statuses: Record<string, string> = {
  cancel: 'cancelled',
  complete: 'completed',
  'no-show': 'no_show',
}

export const doors: Record<string, Door> = {
  booking: {
    events: async ({ req, actor, booking }) =>
      bookingEvents(await bookingCase(req, { actor, booking, command: words })),
    send: (event, { booking }) => {
      const toCustomer = event === 'cancel' || moving.includes(event) ? { comment: reason } : {}
      const time = moving.includes(event) ? { start: words.to.start } : {}
      return ['POST', `/bookings/${booking}/${event}`, { reason, ...toCustomer, ...time }]
    },
  },
  approval: {
    events: async ({ req, actor, booking }) =>
      approvalEvents(await bookingCase(req, { actor, booking, command: words })),
    send: (event, { booking }) => {
      // An edit reopens what was rejected, and confirming closes what is open.
      if (event === 'close' || event === 'reopen') return null
      const name = event === 'reject' ? 'reject-approval' : event
      return ['POST', `/bookings/${booking}/${name}`, { reason }]
    },
  },
  visit: {
    events: async ({ req, actor, visit }) =>
      visitEvents(await visitCase(req, { actor, visit, command: words })),
    send: (event, { visit }) => {
      if (!(event in statuses)) return null
      return [
        'PATCH',
        `/appointments/${visit}`,
        { status: statuses[event], command: { reason, comment: reason } },
      ]
    },
  },
  progress: {
    events: async ({ req, actor, visit }) => progressEvents(await visitCase(req, { actor, visit })),
    send: (event, { visit }) => ['POST', `/appointments/${visit}/${event}`, {}],
  },
  answer: {
    events: async ({ req, actor, booking, visit }) => {
      const offers = await offersOf(req, visit.id)
      return answerEvents(answerCase({ actor, booking, visit, offers }))
    },
    send: (event, { visit }) =>
      ['accept', 'decline', 'pend'].includes(event)
        ? ['POST', `/appointments/${visit}/${event}`, { reason }]
        : null,
  },
}
