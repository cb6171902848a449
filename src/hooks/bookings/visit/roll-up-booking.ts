import type { CollectionAfterChangeHook } from 'payload'
import { skips } from '../../../domain/bookings/command-facts.ts'
import { rollUp } from '../../../domain/bookings/roll-up.ts'
import type { Appointment, Booking } from '../../../payload-types.ts'
import { idOf } from '../../../domain/id-of.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'
import { bookingOf } from '../../../steps/bookings/booking-of.ts'
import { settingsOf } from '../../../steps/bookings/settings-of.ts'
import { visitsOf } from '../../../steps/bookings/visits-of.ts'

const isSameInstant = (a: unknown, b: unknown) =>
  (a ? Date.parse(String(a)) : null) === (b ? Date.parse(String(b)) : null)

/** Record: the booking follows its visits forward: confirms with the last answer, ends with them. */
export const rollUpBooking: CollectionAfterChangeHook<Appointment> = async ({ data, doc, req }) => {
  const command = commandIn(data)
  if (skips('appointments', command, 'roll-up')) return doc
  // Its successor counts in its place.
  if (data.status === 'rescheduled' && !data.replacedBy) return doc
  const booking = await bookingOf(req, { booking: idOf(data.booking) })
  if (booking.deletedAt) return doc
  const visits = await visitsOf(req, booking.id)
  const { status, startsAt, endsAt } = rollUp(
    {
      ...{ status: booking.status, gates: booking.gates ?? {} },
      ...{ startsAt: booking.startsAt, endsAt: booking.endsAt },
    },
    visits.map(({ method, ...visit }) => ({ ...visit, method: method ?? null })),
  )
  const change: Partial<Booking> = {}
  if (!isSameInstant(booking.startsAt, startsAt)) change.startsAt = startsAt
  if (!isSameInstant(booking.endsAt, endsAt)) change.endsAt = endsAt
  if (status !== booking.status) {
    const { booking: rules } = await settingsOf(req)
    const isOnlyProposed = status === 'completed' && !rules.finishCompletesBooking
    if (!isOnlyProposed) change.status = status
  }
  if (Object.keys(change).length === 0) return doc
  await req.payload.update({
    collection: 'bookings',
    id: booking.id,
    data: {
      ...change,
      command: {
        ...{ name: 'roll-up', as: 'system' },
        ...(command.reason && { reason: command.reason }),
        ...(command.comment && { comment: command.comment }),
      },
    },
    depth: 0,
    req,
    overrideAccess: true,
  })
  return doc
}
