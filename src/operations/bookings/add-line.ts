import type { PayloadRequest } from 'payload'
import { asCommand } from '../../access/command.ts'
import type { AddLine } from '../../contracts/bookings/booking-lines.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { lockRow } from '../../database/locks.ts'
import type { Appointment, BookingLine } from '../../payload-types.ts'
import { announceVisits } from '../../steps/messages/announce-visits.ts'
import { findService } from '../scheduling/find-service.ts'
import { createVisits, withFreeTimes } from './add-visits.ts'
import { assertFresh } from './assert-fresh.ts'
import { openBooking } from './open-booking.ts'

type Added = { line: BookingLine; appointments: Appointment[] }

/**
 * Adds a service to a live booking, with the visits it needs; the booking's totals follow. All
 * in one transaction; `onAdded` runs inside it.
 * @throws {DomainError} slot-taken with alternatives, transition-refused for an ended booking,
 * stale-version, not-allowed, invalid-input, not-found
 */
export const addLine = async (
  req: PayloadRequest,
  { id, body }: { id: string; body: AddLine },
  { onAdded }: { onAdded?: (added: Added) => Promise<void> } = {},
): Promise<Added> => {
  const { service: asked, visits, quantity, description, unitAmount, answers, ...words } = body
  const { version, ...fields } = words
  const seen = await openBooking(req, id)
  const service = await findService(req, asked)
  return withFreeTimes(req, { booking: seen, service: service.id, visits }, () =>
    inTransaction(req, async () => {
      await lockRow(req, 'bookings', id)
      const booking = await openBooking(req, id)
      assertFresh(booking, version)
      const added = await asCommand(req, 'add-line', async () => {
        const data = {
          ...{ booking: id, service: service.id, quantity: quantity ?? 1 },
          ...(description && { description }),
          ...(unitAmount !== undefined && { unitAmount }),
          ...(answers && { answers }),
          command: { name: 'add-line', ...(fields.reason && { reason: fields.reason }) },
        }
        const of = { depth: 0, req, overrideAccess: false } as const
        const line = await req.payload.create({
          collection: 'booking-lines',
          data: data as never,
          ...of,
        })
        return { line, appointments: await createVisits(req, { booking, line, visits, fields }) }
      })
      const made = added.appointments.map((visit) => visit.id)
      await announceVisits(req, { booking: id, visits: made })
      await onAdded?.(added)
      return added
    }),
  )
}
