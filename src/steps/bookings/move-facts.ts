import type { Actor } from '../../access/actor.ts'
import type { Command } from '../../contracts/bookings/command.ts'
import type { Appointment, Booking } from '../../payload-types.ts'
import { idOf } from '../../domain/id-of.ts'

const isActive = ({ status }: Appointment) => status === 'pending' || status === 'confirmed'
const isDone = ({ status }: Appointment) => status === 'completed' || status === 'no_show'

/** What the lifecycle asks about a booking that is to move as a whole (V7). */
export const moveFacts = ({
  actor,
  command,
  booking,
  visits,
}: {
  actor: Actor
  command: Command
  booking: Booking
  visits: Appointment[]
}) => {
  const active = visits.filter(isActive)
  const isMove = command.name === 'reschedule' || command.name === 'retime'
  const own = actor.fieldworker
  const isOwn = (visit: Appointment) => own !== undefined && idOf(visit.fieldworker) === own
  return {
    isOwnBooking: actor.customer !== undefined && actor.customer === idOf(booking.customer),
    isOwnVisit: active.some(isOwn),
    isAllTheirs: actor.kind !== 'fieldworker' || active.every(isOwn),
    isMoved: isMove && command.to !== undefined && active.length > 0,
    isUntouched: !visits.some(isDone) && active.every(({ progress }) => progress === 'not_started'),
  }
}
