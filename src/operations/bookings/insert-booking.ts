import type { PayloadRequest } from 'payload'
import { DomainError } from '../../domain/domain-error.ts'
import { announceNewBooking } from '../../hooks/bookings/announce-booking-change.ts'
import { bookingHooks } from '../../hooks/bookings/booking-hooks.ts'
import { newBooking } from '../../hooks/bookings/derive-new-booking.ts'
import type { PlannedLine } from '../../hooks/bookings/plan-types.ts'
import { askForVisits, planDocuments } from '../../hooks/bookings/record-plan.ts'
import type { Booking } from '../../payload-types.ts'
import { insertDocuments, type NewDocuments, newId } from '../records/insert-documents.ts'

const phases = ['beforeValidate', 'beforeChange', 'afterChange'] as const

/** Whether nobody but the rules has a say in new bookings: another plugin's hooks must run. */
export const isOursAlone = ({ payload }: PayloadRequest): boolean => {
  const { hooks } = payload.collections.bookings.config
  return phases.every((phase) =>
    (hooks[phase] ?? []).every((hook) => (bookingHooks[phase] as unknown[]).includes(hook)),
  )
}

const assertMayCreate = async (req: PayloadRequest, data: Partial<Booking>): Promise<void> => {
  const { access } = req.payload.collections.bookings.config
  if (await access.create({ req, data })) return
  throw new DomainError('not-allowed', 'You may not take bookings.', { status: 403 })
}

/**
 * Writes a new booking with its lines, visits, taken time and `others` in one statement: the same
 * rules as the collection's hooks, without a document at a time (DESIGN §3.2). The caller holds the
 * transaction.
 */
export const insertBooking = async (
  req: PayloadRequest,
  asked: Partial<Booking>,
  others: NewDocuments[],
): Promise<Booking> => {
  await assertMayCreate(req, asked)
  const { plan, ...booking } = await newBooking(req, asked)
  const { command: _command, ...stored } = { ...booking, id: newId(), version: 1 } as Booking
  const lines = plan as PlannedLine[]
  const { documents, occupied, visits } = planDocuments({ booking: stored, lines })
  const written = { collection: 'bookings', documents: [stored as never] } as NewDocuments
  await insertDocuments(req, [...others, written, ...documents], [occupied])
  await askForVisits(req, visits)
  await announceNewBooking(req, stored)
  return stored
}
