import { type Actor, may } from '../../../access/actor.ts'
import { type BookingState, bookingLifecycle } from '../../../domain/bookings/booking-lifecycle.ts'
import { type ApprovalState, approvalLifecycle } from '../../../domain/bookings/gate-lifecycle.ts'
import { allowedEvents } from '../../../domain/lifecycle.ts'
import type { BookingView } from './booking-view.ts'
import type { MoveName } from './moves.ts'

const order = ['confirm', 'reschedule', 'retime', 'complete', 'no-show', 'cancel'] as const

const statusMoves = (booking: BookingView, actor: Actor): MoveName[] => {
  const events = allowedEvents(bookingLifecycle, booking.status as BookingState, actor.permissions)
  const started = booking.visits.some(({ start }) => Date.parse(start) <= Date.now())
  return order.filter((move) => {
    if (!events.includes(move)) return false
    if (move === 'reschedule' || move === 'retime') return isMovable(booking)
    return started || (move !== 'no-show' && move !== 'complete')
  })
}

/** The whole booking moves; with a visit done or under way, only the others do, one by one (V7). */
const isMovable = ({ visits }: BookingView): boolean =>
  visits.some(({ status }) => status === 'pending' || status === 'confirmed') &&
  visits.every(
    ({ status, progress }) =>
      !['completed', 'no_show'].includes(status) &&
      (progress === 'not_started' || !['pending', 'confirmed'].includes(status)),
  )

const mayRepeat = (booking: BookingView, actor: Actor): boolean =>
  may(actor, 'booking.create') &&
  booking.series === undefined &&
  ['pending', 'confirmed'].includes(booking.status)

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
    ...(mayRepeat(booking, actor) ? (['repeat'] as const) : []),
    ...(may(actor, 'booking.edit')
      ? [paused ? ('resume-messages' as const) : ('pause-messages' as const)]
      : []),
    ...(mayDelete ? (['delete'] as const) : []),
  ]
}
