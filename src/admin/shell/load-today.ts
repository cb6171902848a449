import { droppedStatuses } from '../../domain/bookings/states.ts'
import type { PayloadRequest } from 'payload'
import { daySpan } from '../../domain/scheduling/day-span.ts'
import { addDays, localDateOf } from '../../domain/scheduling/local-time.ts'
import { idOf, related } from '../ui/related.ts'

type Doc = Record<string, unknown>
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const doc = (value: unknown): Doc | undefined => related<Doc>(value as Doc)

export type TodayVisit = {
  id: string
  booking: string
  start: string
  end: string
  timezone: string
  service: string
  customer: string
  place: string
  person: string
  status: string
  acceptance: string
  progress: string
}

const readVisit = (visit: Doc): TodayVisit => {
  const booking = doc(visit.booking)
  const address = doc(visit.address)
  const snapshot = doc(booking?.customerSnapshot)
  return {
    id: text(visit.id),
    booking: idOf(visit.booking) ?? '',
    start: text(visit.start),
    end: text(visit.end),
    timezone: text(visit.timezone) || 'UTC',
    service: text(doc(visit.service)?.name),
    customer: text(snapshot?.name) || 'Customer',
    place: text(address?.suburb) || text(doc(visit.location)?.name),
    person: text(doc(visit.fieldworker)?.name),
    status: text(visit.status),
    acceptance: text(visit.acceptance),
    progress: text(visit.progress) || 'not_started',
  }
}

const select = {
  booking: true,
  start: true,
  end: true,
  timezone: true,
  service: true,
  address: true,
  location: true,
  fieldworker: true,
  status: true,
  acceptance: true,
  progress: true,
} as const

const populate = {
  bookings: { customerSnapshot: true },
  services: { name: true },
  addresses: { suburb: true },
  locations: { name: true },
  fieldworkers: { name: true },
} as const

/** Visits that touch today on the company's calendar and are not called off, in order of time. */
export const loadToday = async (
  req: PayloadRequest,
  { zone, now }: { zone: string; now: number },
): Promise<TodayVisit[]> => {
  const today = localDateOf(now, zone)
  const { start, end } = daySpan(today, addDays(today, 1), zone)
  const { docs } = await req.payload.find({
    collection: 'appointments',
    where: {
      and: [
        { start: { less_than: new Date(end).toISOString() } },
        { end: { greater_than: new Date(start).toISOString() } },
        { status: { not_in: [...droppedStatuses] } },
      ],
    },
    sort: 'start',
    limit: 200,
    pagination: false,
    depth: 1,
    select,
    populate,
    overrideAccess: false,
    req,
  })
  return (docs as unknown as Doc[]).map(readVisit)
}
