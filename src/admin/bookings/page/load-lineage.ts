import type { PayloadRequest } from 'payload'
import { idOf } from '../../ui/related.ts'
import type { BookingView, LineageView } from './booking-view.ts'

type Doc = Record<string, unknown>

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const occurrence = (doc: Doc): LineageView => ({
  id: text(doc.id),
  number: text(doc.number),
  status: text(doc.status),
  startsAt: text(doc.startsAt) || undefined,
})

/** The chain of bookings that a job moved through, oldest first; empty where it never moved. */
export const loadLineage = async (
  req: PayloadRequest,
  booking: { id: string; lineage?: unknown; rescheduledTo?: unknown },
): Promise<BookingView['lineage']> => {
  const root = idOf(booking.lineage) ?? booking.id
  if (root === booking.id && !idOf(booking.rescheduledTo)) return []
  const { docs } = await req.payload.find({
    collection: 'bookings',
    where: { or: [{ id: { equals: root } }, { lineage: { equals: root } }] },
    sort: 'createdAt',
    limit: 100,
    pagination: false,
    depth: 0,
    joins: false,
    req,
    overrideAccess: false,
  })
  return (docs as unknown as Doc[]).map(occurrence)
}

/** The series that a booking is an occurrence of, with the other ones. */
export const loadSeries = async (
  req: PayloadRequest,
  booking: { series?: unknown },
): Promise<BookingView['series']> => {
  const { series } = booking
  if (typeof series !== 'object' || series === null) return undefined
  const { id, summary, state } = series as Doc
  const { docs } = await req.payload.find({
    collection: 'bookings',
    where: { series: { equals: id }, status: { not_in: ['rescheduled'] } },
    ...{ sort: 'startsAt', limit: 200, pagination: false, depth: 0, joins: false },
    select: { number: true, status: true, startsAt: true },
    ...{ req, overrideAccess: false },
  })
  const bookings = (docs as unknown as Doc[]).map(occurrence)
  return { id: text(id), summary: text(summary), isActive: state === 'active', bookings }
}
