import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import type { Actor } from '../../access/actor.ts'
import { remember } from '../../database/scratch.ts'
import {
  insertDocuments,
  type NewDocuments,
  newId,
} from '../../operations/records/insert-documents.ts'
import type { Appointment, Booking } from '../../payload-types.ts'
import { idOf } from '../id-of.ts'
import type { PlannedLine, PlannedVisit } from './plan-types.ts'
import { holdingOf } from './record-occupancy.ts'
import { newOffers } from './new-offers.ts'

export type NewPlan = { booking: Partial<Booking> & { id: string }; lines: PlannedLine[] }

const command = { name: 'book', as: 'system' } as const
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
const statusOf = (booking: Partial<Booking>, visit: PlannedVisit) => {
  if (booking.status === 'confirmed') return 'confirmed'
  const isHeld = visit.acceptance === 'not_required'
  return isHeld && booking.gates?.approval !== 'open' ? 'confirmed' : 'pending'
}

/** Record: writes the lines and visits of a new booking in the same transaction. */
export const recordPlan: CollectionAfterChangeHook<Booking> = async ({
  data,
  doc,
  operation,
  req,
}) => {
  if (operation !== 'create') return doc
  const lines = data.plan as unknown as PlannedLine[]
  const isSuccessor = lines.some(({ visits }) => visits.some((visit) => visit.replaces))
  const booking = { ...data, id: doc.id }
  if (isSuccessor) await createPlan(req, { booking, lines })
  else await insertPlan(req, { booking, lines })
  return doc
}

/** One by one, because the successors of visits take over what belongs to those. */
const createPlan = async (req: PayloadRequest, { booking, lines }: NewPlan) => {
  const of = { req, depth: 0, overrideAccess: true } as const
  for (const { visits, ...line } of lines) {
    const { id } = await req.payload.create({
      collection: 'booking-lines',
      data: { ...valuesOf(line), booking: booking.id, command } as never,
      ...of,
    })
    for (const visit of visits) {
      const values = { ...visitOf(booking, { ...visit, service: line.service }), line: id, command }
      await req.payload.create({ collection: 'appointments', data: values as never, ...of })
    }
  }
}

/** All in one statement, with the time they take and the offers to whoever is asked. */
const insertPlan = async (req: PayloadRequest, plan: NewPlan) => {
  const { documents, occupied } = await planDocuments(req, [plan])
  await insertDocuments(req, documents, [occupied])
}

/** Lines, visits and offers of new bookings as they are stored, and the time they take. */
export const planDocuments = async (req: PayloadRequest, plans: NewPlan[]) => {
  const written = plans.flatMap(({ booking, lines }) =>
    lines.map(({ visits, ...line }) => {
      const id = newId()
      return {
        line: { ...valuesOf(line), id, booking: booking.id, version: 1 },
        visits: visits.map(({ duties: _none, ...visit }) => ({
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
    remember(req, `visits-of:${booking.id}`, own)
  }
  const rows = visits.flatMap((visit) => {
    const held = holdingOf(visit as Partial<Appointment>)
    return held ? [{ ...held, exclusive: true, appointment: visit.id }] : []
  })
  const by = { actor: rules, command: command.name }
  const documents: NewDocuments[] = [
    { collection: 'booking-lines', documents: written.map(({ line }) => line), by },
    { collection: 'appointments', documents: visits, by },
    { collection: 'assignment-offers', documents: await newOffers(req, visits as never[]) },
  ]
  return { documents, visits, occupied: { collection: 'occupancies', rows } }
}
