import type { PayloadRequest } from 'payload'
import type { Command } from '../../contracts/bookings/command.ts'
import { withPreloaded } from '../../database/records/preloaded.ts'
import { idOf } from '../../domain/id-of.ts'
import type { Booking } from '../../payload-types.ts'
import type { Refused } from '../../steps/bookings/resolve-plan.ts'
import { succeedBookings } from '../../steps/bookings/succeed-bookings.ts'
import { changeDocuments } from '../../steps/records/change-documents.ts'
import { followBookings } from './cancel-occurrences.ts'
import type { Occurrences } from './read-occurrences.ts'

type Move = { booking: Booking; command: Command }

/**
 * Moves confirmed bookings of a series, which the caller may, to their successors in few statements:
 * the rules of a booking and of a visit decide about each. None is in the way of another that moves
 * along. Returns the successors' ids.
 * @throws {DomainError} slot-taken in the words of `refused`, transition-refused, not-allowed
 */
export const moveOccurrences = (
  req: PayloadRequest,
  { known, moves, refused }: { known: Occurrences; moves: Move[]; refused: Refused },
): Promise<string[]> =>
  withPreloaded(req, known.given, async () => {
    const bookings = await changeDocuments(req, {
      collection: 'bookings',
      changes: moves.map(({ booking, command }) => ({
        before: booking,
        data: { status: 'rescheduled', command },
      })),
    })
    const { reason } = moves[0]?.command ?? {}
    const baseCommand = reason ? { reason } : {}
    const followed = await followBookings(req, { bookings, visitsOf: known.visitsOf, baseCommand })
    const visitsOf = Map.groupBy(
      followed.map(({ after }) => after),
      ({ booking }) => idOf(booking) ?? '',
    )
    const rescheduled = bookings.map(({ after: old }, at) => ({
      ...{ old, visits: visitsOf.get(old.id) ?? [] },
      command: moves[at]?.command ?? {},
    }))
    return succeedBookings(req, rescheduled, { refused })
  })
