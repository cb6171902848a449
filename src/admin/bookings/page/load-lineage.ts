import type { PayloadRequest } from 'payload'
import { idOf } from '../../ui/related.ts'
import type { BookingView } from './booking-view.ts'

type Doc = Record<string, unknown>

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

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
  return (docs as unknown as Doc[]).map((doc) => ({
    id: text(doc.id),
    number: text(doc.number),
    status: text(doc.status),
    startsAt: text(doc.startsAt) || undefined,
  }))
}

/** The series that a booking is an occurrence of. */
export const seriesIn = (booking: { series?: unknown }): BookingView['series'] => {
  const series = booking.series
  if (typeof series !== 'object' || series === null) return undefined
  const { id, summary, state } = series as Doc
  return { id: text(id), summary: text(summary), isActive: state === 'active' }
}
