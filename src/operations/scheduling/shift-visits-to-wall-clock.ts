import type { PayloadRequest } from 'payload'
import { asCommand } from '../../access/command.ts'
import { whoWasInvited } from '../../database/scheduling/agreed-times.ts'
import { calendarParts } from '../../domain/messages/calendar-parts.ts'
import { writeOccupancies } from '../../database/scheduling/occupancies.ts'
import { changeVisit } from '../../steps/bookings/change-visit.ts'
import { announceBooking } from '../../steps/messages/announce-booking.ts'
import type { AbsenceShift, VisitShift } from './timezone-shifts.ts'

const iso = (instant: number) => new Date(instant).toISOString()

/** Why a time changed that nobody changed; the history's reason. */
export const clockReason = (zone: string) => `The clock rules of ${zone} changed.`

const moveVisits = async (req: PayloadRequest, moves: VisitShift[]): Promise<void> => {
  // None is in the way of another that moves along.
  const appointments = moves.map(({ visit }) => visit.id)
  await writeOccupancies(req, { replace: { appointments }, rows: [] })
  for (const { visit, by } of moves) {
    await changeVisit({
      req,
      id: visit.id,
      data: {
        start: iso(visit.start + by),
        end: iso(visit.end + by),
        busyStart: iso(visit.busyStart + by),
        busyEnd: iso(visit.busyEnd + by),
      },
      command: { name: 'follow-clock', reason: clockReason(visit.zone) },
    })
  }
}

/** Everybody's calendar follows; the customer's where a message put the booking there. */
const announce = async (req: PayloadRequest, moves: VisitShift[]): Promise<void> => {
  const bookings = Map.groupBy(moves, ({ visit }) => visit.booking)
  const known = await whoWasInvited(req, {
    bookings: [...bookings.keys()],
    events: Object.keys(calendarParts),
  })
  for (const [bookingId, moved] of bookings) {
    const effect = known.has(bookingId) ? 'booking-clock-kept' : 'visit-changed'
    const appointmentIds = moved.map(({ visit }) => visit.id)
    await announceBooking(req, { effect, bookingId, appointmentIds })
  }
}

const moveAbsences = (req: PayloadRequest, absences: AbsenceShift[]): Promise<void> =>
  asCommand(req, 'follow-clock', async () => {
    for (const { absence, start, end } of absences) {
      await req.payload.update({
        collection: 'unavailabilities',
        id: absence.id,
        data: { start: iso(start), end: iso(end) },
        depth: 0,
        req,
        overrideAccess: true,
      })
    }
  })

/**
 * Moves visits and absences so that they keep their clock time: what was agreed
 * stands, so status, person and answers stay. The caller has the locks and knows that they fit.
 */
export const shiftVisitsToWallClock = async (
  req: PayloadRequest,
  { moves, absences }: { moves: VisitShift[]; absences: AbsenceShift[] },
): Promise<void> => {
  if (moves.length > 0) {
    await moveVisits(req, moves)
    await announce(req, moves)
  }
  await moveAbsences(req, absences)
}
