import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import { actorOf } from '../../../access/actor.ts'
import { commandOf } from '../../../access/command.ts'
import type { Command } from '../../../contracts/bookings/command.ts'
import { acceptanceLifecycle } from '../../../domain/bookings/acceptance-lifecycle.ts'
import { appointmentLifecycle } from '../../../domain/bookings/appointment-lifecycle.ts'
import { isSkippedBy, skips } from '../../../domain/bookings/command-facts.ts'
import { effectsBetween } from '../../../domain/lifecycle.ts'
import type { BookingEffect } from '../../../domain/messages/effect-facts.ts'
import { announceVisits } from '../../../steps/messages/announce-visits.ts'
import { announceBooking } from '../../../steps/messages/announce-booking.ts'
import type { Appointment } from '../../../payload-types.ts'
import { idOf } from '../../../domain/id-of.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'
import { settingsOf } from '../../../steps/bookings/settings-of.ts'

type Visit = Partial<Appointment>

/** What the change comes to, by the lifecycles of the visit's status and answer. */
const effectOf = (before: Visit, now: Visit, isNew: boolean): BookingEffect | undefined => {
  const { status = 'pending', acceptance = 'unassigned' } = now
  const was = before.status ?? status
  const [byStatus] = was === status ? [] : effectsBetween(appointmentLifecycle, was, status)
  if (byStatus === 'visit-cancelled') return byStatus
  const isMoved = idOf(before.fieldworker) !== idOf(now.fieldworker)
  if (before.acceptance === acceptance && !isMoved) return byStatus
  const from = before.acceptance ?? 'unassigned'
  const [byAnswer] = effectsBetween(acceptanceLifecycle, from, acceptance)
  const isCertain = byAnswer !== 'visit-assigned' || status === 'confirmed'
  const effect = isCertain ? byAnswer : 'visit-changed'
  return isNew && effect === 'visit-changed' ? undefined : effect
}

/** Who said no, or for whom somebody did, where several were asked and nobody had the visit. */
const declinerOf = async (req: PayloadRequest, { onBehalfOf }: Command) =>
  onBehalfOf ?? (await actorOf(req)).fieldworker ?? null

/** Announce: queues who is told what about one visit, in its transaction. */
export const announceVisitChange: CollectionAfterChangeHook<Appointment> = async ({
  data,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const command = commandIn(data)
  // A move is announced as a whole (`announceMoves`), and other commands by their callers.
  if (skips('appointments', command, 'announcement')) return doc
  const before: Visit = operation === 'create' ? {} : previousDoc
  const effect = effectOf(before, data, operation === 'create')
  const isOther = operation === 'create' || effect === 'visit-cancelled'
  if (isOther && !isSkippedBy(commandOf(req), 'customer-notice'))
    await announceVisits(req, { booking: idOf(data.booking) ?? '', visits: [doc.id] })
  if (!effect) return doc
  const was = idOf(before.fieldworker)
  const isLost = was !== null && was !== idOf(data.fieldworker)
  const lost = isLost ? was : null
  const who = effect === 'visit-declined' ? (lost ?? (await declinerOf(req, command))) : lost
  const formerly = who ? [{ appointment: doc.id, fieldworker: who }] : []
  const about = { bookingId: idOf(data.booking) ?? '', appointmentIds: [doc.id], formerly }
  // A person who was never asked has no offer whose withdrawal would tell them.
  if (isLost && before.acceptance === 'not_required' && effect !== 'visit-declined') {
    await announceBooking(req, { ...about, effect: 'offer-withdrawn' })
  }
  await announceBooking(req, { ...about, effect, reason: command.reason ?? null })
  const { booking: rules } = await settingsOf(req)
  if (effect === 'visit-declined' && rules.tellCustomerWhenDeclined) {
    await announceBooking(req, { ...about, effect: 'customer-waits' })
  }
  return doc
}
