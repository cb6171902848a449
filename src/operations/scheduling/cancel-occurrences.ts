import type { PayloadRequest } from 'payload'
import type { Command } from '../../contracts/bookings/command.ts'
import { withPreloaded } from '../../database/records/preloaded.ts'
import { writeOccupancies } from '../../database/scheduling/occupancies.ts'
import { visitsFollowing } from '../../steps/bookings/visits-following.ts'
import { actingIn } from '../../steps/bookings/acting-in.ts'
import { settleOffers } from '../../steps/bookings/settle-offers.ts'
import type { Appointment, Booking } from '../../payload-types.ts'
import { announceEach } from '../../steps/messages/announce-booking.ts'
import { changeDocuments, type Changed } from '../../steps/records/change-documents.ts'
import { readOccurrences } from './read-occurrences.ts'

/** The visits of bookings that have changed follow them, each by its own rules. */
export const followBookings = async (
  req: PayloadRequest,
  {
    bookings,
    visitsOf,
    baseCommand,
  }: {
    bookings: Changed<Booking>[]
    visitsOf: (booking: string) => Appointment[]
    baseCommand: Command
  },
): Promise<Changed<Appointment>[]> => {
  const given = bookings.map(({ after }): [string, unknown] => [`bookings:${after.id}`, after])
  return withPreloaded(req, given, async () => {
    const changes = bookings.flatMap(({ before, after }) => {
      const visits = visitsOf(after.id)
      return visitsFollowing(before, after, visits).flatMap(({ id, data, command: own }) => {
        const visit = visits.find((one) => one.id === id)
        const command = { ...baseCommand, ...own, as: 'system' }
        return visit ? [{ before: visit, data: { ...data, command } }] : []
      })
    })
    const changed = await changeDocuments(req, { collection: 'appointments', changes })
    const ids = changed.map(({ after }) => after.id)
    // Neither what is cancelled nor what is moved away takes time any more.
    await writeOccupancies(req, { replace: { appointments: ids }, rows: [] })
    for (const [at, { before, after }] of changed.entries()) {
      const command = (changes[at]?.data.command ?? {}) as Command
      const actor = await actingIn(req, command)
      await settleOffers({ req, actor, command, before, visit: after })
    }
    return changed
  })
}

/**
 * Cancels bookings of a series, which the caller may, in few statements: the rules of a booking
 * and of a visit decide about each, and whoever loses a visit is told.
 * @throws {DomainError} transition-refused, not-allowed, invalid-input
 */
export const cancelOccurrences = async (
  req: PayloadRequest,
  { ids, command }: { ids: string[]; command: Command },
): Promise<void> => {
  const { bookings, visitsOf, given } = await readOccurrences(req, ids)
  await withPreloaded(req, given, async () => {
    const changed = await changeDocuments(req, {
      collection: 'bookings',
      changes: bookings.map((before) => ({ before, data: { status: 'cancelled', command } })),
    })
    const { reason, comment } = command
    const baseCommand = { ...(reason && { reason }), ...(comment && { comment }) }
    await followBookings(req, { bookings: changed, visitsOf, baseCommand })
  })
  await announceEach(req, {
    effect: 'visit-cancelled',
    bookings: ids.map((bookingId) => ({ bookingId })),
  })
}
