import type { PayloadRequest } from 'payload'
import { DomainError } from '../../domain/domain-error.ts'
import { announceNewBooking } from '../../steps/messages/announce-new-booking.ts'
import { newBookings } from '../../steps/bookings/new-bookings.ts'
import { type NewPlan, planDocuments } from '../../steps/bookings/plan-documents.ts'
import type { Refused } from '../../steps/bookings/resolve-plan.ts'
import { commandIn } from '../../steps/bookings/command-in.ts'
import type { Booking } from '../../payload-types.ts'
import { insertDocuments, type NewDocuments } from '../../steps/records/insert-documents.ts'
import { newId } from '../../steps/records/stored-rows.ts'

const assertMayCreate = async (req: PayloadRequest, data: Partial<Booking>): Promise<void> => {
  const { access } = req.payload.collections.bookings.config
  if (await access.create({ req, data })) return
  throw new DomainError('not-allowed', 'You may not take bookings.')
}

/**
 * Writes new bookings with their lines, visits, offers, taken time and `others` in one statement:
 * the same rules as the collection's hooks, without a document at a time. The caller
 * holds the transaction, has the right to make them, and announces them. `refused` gives a refusal
 * the words of the booking (by its place) that it is about.
 */
export const insertBookings = async (
  req: PayloadRequest,
  asked: Partial<Booking>[],
  { others = [], refused }: { others?: NewDocuments[]; refused?: Refused } = {},
): Promise<Booking[]> => {
  const made = await newBookings(req, asked, { ...(refused && { refused }) })
  const plans: NewPlan[] = made.map(({ plan, command: _command, ...booking }) => ({
    booking: { ...booking, id: newId(), version: 1 } as Booking,
    lines: plan,
  }))
  const bookings = plans.map(({ booking }) => booking as Booking)
  const { documents, occupied } = await planDocuments(req, plans)
  const commands = new Map(bookings.map(({ id }, at) => [id, commandIn(made[at])]))
  const written = { collection: 'bookings', documents: bookings as never, commands } as NewDocuments
  await insertDocuments(req, [...others, written, ...documents], [occupied])
  return bookings
}

/** Writes one new booking for the caller, and announces it. */
export const insertBooking = async (
  req: PayloadRequest,
  asked: Partial<Booking>,
  others: NewDocuments[],
): Promise<Booking> => {
  await assertMayCreate(req, asked)
  const [stored] = (await insertBookings(req, [asked], { others })) as [Booking]
  await announceNewBooking(req, stored)
  return stored
}
