import { firstCompany } from '../../../domain/records/first-company.ts'
import { isLive } from '../../../domain/bookings/states.ts'
import { isLateOffer } from '../../../domain/bookings/offers.ts'
import type { BulkMove } from '../bulk/bulk-moves.ts'
import { idOf, related } from '../../ui/related.ts'

/** A booking in a list: plain data, ready to show. */
export type BookingRow = {
  id: string
  number: string
  status: string
  customer: string
  phone: string
  services: string
  place: string
  /** The next visit that is open, or the last one when none is ahead. */
  startsAt: string | undefined
  endsAt: string | undefined
  visits: number
  timezone: string
  people: string[]
  unassigned: number
  /** The visits that can still be given to somebody; one that was declined has nobody. */
  assignable: { id: string; isTaken: boolean }[]
  /** What the reader may do with it among several. */
  moves: BulkMove[]
  /** By when the first open offer has to be answered; absent where none waits. */
  answerDue: { at: string; isLate: boolean } | undefined
  /** Visits that wait for an answer which the reader may give on behalf. */
  acceptable: string[]
  /** Whether confirming it overrules somebody, so that it takes a reason. */
  isConfirmAsking: boolean
  total: number | undefined
  currency: string
  source: string
  labels: string[]
}

type Doc = Record<string, unknown>
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const name = (value: unknown): string => text(related<Doc>(value as Doc)?.name)

const placeOf = (booking: Doc): string => {
  const address = related<Doc>(booking.address as Doc)
  if (address) return [address.suburb, address.postcode].map(text).filter(Boolean).join(' ')
  return name(booking.location)
}

/** What the reader may do with a booking, from its document and those of its visits. */
export type MovesOf = (
  booking: Doc,
  visits: Doc[],
  of: { isAssignable: boolean },
) => Pick<BookingRow, 'acceptable' | 'isConfirmAsking' | 'moves'>

const answerDueIn = (offers: Doc[], now: number): BookingRow['answerDue'] => {
  const known = offers.map((offer) => ({
    respondBy: text(offer.respondBy),
    escalatedAt: text(offer.escalatedAt),
  }))
  const [at] = known.flatMap(({ respondBy }) => respondBy || []).toSorted()
  return at === undefined ? undefined : { at, isLate: known.some((one) => isLateOffer(one, now)) }
}

/** Puts a booking and its visits into one row of a list. */
export const bookingRow = (
  booking: Doc,
  visits: Doc[],
  { movesOf, offers = [], now = Date.now() }: { movesOf: MovesOf; offers?: Doc[]; now?: number },
): BookingRow => {
  const mine = visits.filter((visit) => idOf(visit.booking) === booking.id)
  const active = mine.filter(isLive)
  const ahead = active.find(({ end }) => Date.parse(text(end)) > now)
  const shown = ahead ?? active.at(-1)
  const totals = related<Doc>(booking.totals as Doc)
  const snapshot = related<Doc>(booking.customerSnapshot as Doc)
  const services = [...new Set(mine.map(({ service }) => name(service)).filter(Boolean))]
  const assignable = active
    .filter(({ progress }) => progress === 'not_started')
    .map(({ id, fieldworker, acceptance }) => ({
      id: text(id),
      isTaken: Boolean(fieldworker) && acceptance !== 'declined',
    }))
  return {
    id: text(booking.id),
    number: text(booking.number),
    status: text(booking.status),
    customer: text(snapshot?.name) || name(booking.customer) || 'Customer',
    phone: text(snapshot?.phone) || text(related<Doc>(booking.customer as Doc)?.phone),
    services: services.join(', '),
    place: placeOf(booking),
    startsAt: text(shown?.start ?? booking.startsAt) || undefined,
    endsAt: text(shown?.end ?? booking.endsAt) || undefined,
    visits: active.length,
    timezone: text(booking.timezone) || 'UTC',
    people: [...new Set(mine.map(({ fieldworker }) => name(fieldworker)).filter(Boolean))],
    unassigned: active.filter(({ fieldworker }) => !fieldworker).length,
    assignable,
    answerDue: answerDueIn(
      offers.filter((offer) => idOf(offer.booking) === booking.id),
      now,
    ),
    ...movesOf(booking, mine, { isAssignable: assignable.length > 0 }),
    total: typeof totals?.total === 'number' ? totals.total : undefined,
    currency: text(totals?.currency) || firstCompany.currency,
    source: text(booking.source),
    labels: ((booking.labels as unknown[] | null) ?? []).map(name).filter(Boolean),
  }
}
