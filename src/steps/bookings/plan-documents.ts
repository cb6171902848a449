import type { PayloadRequest } from 'payload'
import type { Actor } from '../../access/actor.ts'
import { setCached } from '../../database/records/request-cache.ts'
import { isVisitReady } from '../../domain/bookings/gates.ts'
import type { NewDocuments } from '../records/insert-documents.ts'
import { newId } from '../records/stored-rows.ts'
import type { Appointment, Booking } from '../../payload-types.ts'
import { idOf } from '../../domain/id-of.ts'
import type { PlannedLine, PlannedVisit } from './plan-types.ts'
import { holdingOf } from '../scheduling/holding-of.ts'
import { newOffers } from './new-offers.ts'

export type NewPlan = { booking: Partial<Booking> & { id: string }; lines: PlannedLine[] }

const rules: Actor = { kind: 'system', name: 'Fieldbook', permissions: new Set() }

/** A line as it is stored, without what only its booking's totals need. */
const valuesOf = ({
  subtotalAmount: _subtotal,
  taxAmount: _tax,
  ...line
}: Omit<PlannedLine, 'visits'>) => line

const visitOf = (
  booking: Partial<Booking> & { id: string },
  visit: PlannedVisit & { service: string },
) => ({
  ...visit,
  booking: booking.id,
  timezone: booking.timezone,
  address: idOf(booking.address),
  location: idOf(booking.location),
  status: statusOf(booking, visit),
  progress: 'not_started',
})

/** A visit is confirmed with its booking, or as soon as only other people's answers are open. */
const statusOf = (booking: Partial<Booking>, visit: PlannedVisit) =>
  isVisitReady(booking, visit) ? 'confirmed' : 'pending'

/** Lines, visits and offers of new bookings as they are stored, and the time they take. */
export const planDocuments = async (req: PayloadRequest, plans: NewPlan[]) => {
  const written = plans.flatMap(({ booking, lines }) =>
    lines.map(({ visits, ...line }) => {
      const id = newId()
      return {
        line: { ...valuesOf(line), id, booking: booking.id, version: 1 },
        visits: visits.map((visit) => ({
          ...visitOf(booking, { ...visit, service: line.service }),
          line: id,
          version: 1,
          id: newId(),
        })),
      }
    }),
  )
  const visits = written.flatMap((line) => line.visits)
  for (const { booking } of plans) {
    const own = visits.filter((visit) => visit.booking === booking.id)
    setCached(req, `visits-of:${booking.id}`, own)
  }
  const rows = visits.flatMap((visit) => {
    const held = holdingOf(visit as Partial<Appointment>)
    return held ? [{ ...held, exclusive: true, appointment: visit.id }] : []
  })
  const by = { actor: rules, command: 'book' }
  const documents: NewDocuments[] = [
    { collection: 'booking-lines', documents: written.map(({ line }) => line), by },
    { collection: 'appointments', documents: visits, by },
    { collection: 'assignment-offers', documents: await newOffers(req, visits as never[]) },
  ]
  return { documents, visits, occupied: { collection: 'occupancies', rows } }
}
