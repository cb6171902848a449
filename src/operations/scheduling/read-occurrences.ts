import type { PayloadRequest } from 'payload'
import { lockRows } from '../../database/locks.ts'
import { idOf } from '../../domain/id-of.ts'
import type { Appointment, AssignmentOffer, Booking } from '../../payload-types.ts'

/** Bookings of a series with all that hangs on them, read together under their locks. */
export type Occurrences = {
  bookings: Booking[]
  visitsOf: (booking: string) => Appointment[]
  offersOf: (visit: string) => AssignmentOffer[]
  /** The same for the rules that read it again (`withGiven`). */
  given: [key: string, value: unknown][]
}

const grouped = <Row>(rows: Row[], keyOf: (row: Row) => unknown): Map<string, Row[]> =>
  Map.groupBy(rows, (row) => idOf(keyOf(row)) ?? '')

/** Reads bookings, in the order given, with their visits and offers, in few statements. */
export const readOccurrences = async (req: PayloadRequest, ids: string[]): Promise<Occurrences> => {
  await lockRows(req, 'bookings', ids)
  const of = { depth: 0, pagination: false, req, overrideAccess: true } as const
  const found = await req.payload.find({
    collection: 'bookings',
    where: { id: { in: ids } },
    joins: false,
    ...of,
  })
  const known = new Map(found.docs.map((booking) => [booking.id, booking]))
  const bookings = ids.flatMap((id) => known.get(id) ?? [])
  const { docs: visits } = await req.payload.find({
    collection: 'appointments',
    where: { booking: { in: ids } },
    sort: 'start',
    ...of,
  })
  const { docs: offers } = await req.payload.find({
    collection: 'assignment-offers',
    where: { booking: { in: ids } },
    sort: 'createdAt',
    ...of,
  })
  const visitsByBooking = grouped(visits, ({ booking }) => booking)
  const offersByVisit = grouped(offers, ({ appointment }) => appointment)
  return {
    bookings,
    visitsOf: (booking) => visitsByBooking.get(booking) ?? [],
    offersOf: (visit) => offersByVisit.get(visit) ?? [],
    given: [
      ...bookings.map((one): [string, unknown] => [`bookings:${one.id}`, one]),
      ...ids.map((id): [string, unknown] => [`visits:${id}`, visitsByBooking.get(id) ?? []]),
      ...visits.map(({ id }): [string, unknown] => [`offers:${id}`, offersByVisit.get(id) ?? []]),
    ],
  }
}
