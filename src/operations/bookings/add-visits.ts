import type { PayloadRequest } from 'payload'
import { asCommand } from '../../access/command.ts'
import type { AddVisits } from '../../contracts/bookings/booking-lines.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { lockRow } from '../../database/locks.ts'
import { readService } from '../../database/scheduling/reference-cache.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { expandCrew } from '../../domain/scheduling/expand-crew.ts'
import { idOf } from '../../domain/id-of.ts'
import type { Appointment, Booking, BookingLine } from '../../payload-types.ts'
import { announceVisits } from '../../steps/messages/announce-visits.ts'
import { assertFresh } from './assert-fresh.ts'
import { openBooking } from './open-booking.ts'
import { withAlternatives } from './with-alternatives.ts'

type PlanVisit = AddVisits['visits'][number]
type Words = Omit<AddVisits, 'line' | 'version' | 'visits'>

const lineFor = async (req: PayloadRequest, id: string): Promise<BookingLine> => {
  const line = await req.payload.findByID({
    collection: 'booking-lines',
    id,
    depth: 0,
    disableErrors: true,
    req,
    overrideAccess: false,
  })
  if (line) return line
  throw new DomainError('not-found', 'There is no such service on this booking.', {
    field: 'line',
  })
}

/** Writes the visits of a line one after another, each winning its time in turn. */
export const createVisits = async (
  req: PayloadRequest,
  {
    booking,
    line,
    visits,
    fields,
  }: {
    booking: Booking
    line: BookingLine
    visits: PlanVisit[]
    fields: Words
  },
): Promise<Appointment[]> => {
  const service = await readService(req, idOf(line.service) ?? '')
  const { method, ...words } = fields
  const made: Appointment[] = []
  for (const visit of visits) {
    for (const who of expandCrew(visit, service?.crewSize ?? 1)) {
      const command = { ...words, name: 'add-visit', ...(who && { to: { fieldworker: who } }) }
      const data = {
        ...{ booking: booking.id, line: line.id, start: visit.start, command },
        ...(visit.end && { end: visit.end }),
        ...(visit.unreserved && { unreserved: true }),
        ...(method && { method }),
      }
      const of = { depth: 0, req, overrideAccess: false } as const
      made.push(
        await req.payload.create({ collection: 'appointments', data: data as never, ...of }),
      )
    }
  }
  return made
}

/** Runs an addition; a time that is taken is refused with the next free ones. */
export const withFreeTimes = async <Result>(
  req: PayloadRequest,
  { booking, service, visits }: { booking: Booking; service: string; visits: PlanVisit[] },
  run: () => Promise<Result>,
): Promise<Result> => {
  const [first] = visits
  if (!first) return run()
  const { address, location } = booking
  const { start, fieldworker } = first
  return withAlternatives(req, { visit: { service, address, location }, start, fieldworker }, run)
}

/**
 * Adds visits to a line of a live booking: follow-ups, or a crew at the time of another visit
 *. All in one transaction; `onAdded` runs inside it.
 * @throws {DomainError} slot-taken with alternatives, transition-refused for an ended booking,
 * stale-version, not-allowed, invalid-input, not-found
 */
export const addVisits = async (
  req: PayloadRequest,
  { id, body }: { id: string; body: AddVisits },
  { onAdded }: { onAdded?: (visits: Appointment[]) => Promise<void> } = {},
): Promise<Appointment[]> => {
  const { line: lineId, visits, version, ...fields } = body
  const seen = await openBooking(req, id)
  const line = await lineFor(req, lineId)
  const wanted = { booking: seen, service: idOf(line.service) ?? '', visits }
  return withFreeTimes(req, wanted, () =>
    inTransaction(req, async () => {
      await lockRow(req, 'bookings', id)
      const booking = await openBooking(req, id)
      assertFresh(booking, version)
      const made = await asCommand(req, 'add-visit', () =>
        createVisits(req, { booking, line, visits, fields }),
      )
      await announceVisits(req, { booking: id, visits: made.map((visit) => visit.id) })
      await onAdded?.(made)
      return made
    }),
  )
}
