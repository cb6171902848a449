import { type Actor, may } from '../../access/actor.ts'
import { type BookingState, bookingLifecycle } from '../../domain/bookings/booking-lifecycle.ts'
import { type ApprovalState, approvalLifecycle } from '../../domain/bookings/gate-lifecycle.ts'
import { allowedEvents } from '../../domain/lifecycle.ts'
import type { BookingView } from './booking-view.ts'
import type { MoveName } from './moves.ts'

const order = ['confirm', 'complete', 'no-show', 'cancel'] as const

const statusMoves = (booking: BookingView, actor: Actor): MoveName[] => {
  const events = allowedEvents(bookingLifecycle, booking.status as BookingState, actor.permissions)
  const started = booking.visits.some(({ start }) => Date.parse(start) <= Date.now())
  return order.filter((move) => {
    if (!events.includes(move)) return false
    return started || (move !== 'no-show' && move !== 'complete')
  })
}

const approvalMoves = (booking: BookingView, actor: Actor): MoveName[] => {
  if (booking.status !== 'pending') return []
  const gate = booking.gates.find(({ name }) => name === 'approval')?.state ?? 'not_required'
  const events = allowedEvents(approvalLifecycle, gate as ApprovalState, actor.permissions)
  return [
    ...(events.includes('approve') ? (['approve'] as const) : []),
    ...(events.includes('reject') ? (['reject-approval'] as const) : []),
  ]
}

/** The moves that the booking's state and the reader's permissions allow now, in order (ST-05). */
export const openMoves = (args: { booking: BookingView; actor: Actor }): MoveName[] => {
  const { booking, actor } = args
  const mayDelete = may(actor, 'booking.delete')
  if (booking.deletedAt) return mayDelete ? ['restore'] : []
  const paused = booking.paused.email || booking.paused.sms
  return [
    ...approvalMoves(booking, actor),
    ...statusMoves(booking, actor),
    ...(may(actor, 'booking.edit')
      ? [paused ? ('resume-messages' as const) : ('pause-messages' as const)]
      : []),
    ...(mayDelete ? (['delete'] as const) : []),
  ]
}
