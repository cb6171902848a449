import { bitOf, spansOf } from './bit-window.ts'
import { hasAll } from './bitmap.ts'
import type { ExplainWorld, Reason } from './explain-world.ts'
import { bookingWindow } from './booking-window.ts'
import { formatInZone, localDateOf } from './local-time.ts'
import { slotGrid } from './slot-grid.ts'
import { clockOf, openingAt } from './zone-clock.ts'

const dayMs = 86_400_000
const minuteMs = 60_000

export const endOf = ({ start, service }: Pick<ExplainWorld, 'start' | 'service'>): number =>
  start + service.durationMinutes * minuteMs

/** The local day of the start. */
export const dayOf = ({ start, timezone }: Pick<ExplainWorld, 'start' | 'timezone'>) => {
  const date = Date.parse(localDateOf(start, timezone))
  const clock = clockOf(timezone, start, start + dayMs)
  return { start: openingAt(clock, date), end: openingAt(clock, date + dayMs) }
}

/** What keeps everybody from this start, most general first: mode, notice, horizon, grid, place. */
export const explainStart = (world: ExplainWorld): Reason[] => {
  const { service, start, timezone, locale, now } = world
  const reasons: Reason[] = []
  if (service.isByRequest)
    reasons.push({ code: 'by-request', message: `${service.name} is booked by request.` })
  const { earliest, lastDate } = bookingWindow(service, { now, timezone })
  if (start < earliest) {
    const from = formatInZone(earliest, { zone: timezone, locale })
    const message = start < now ? 'This time is over.' : `This is too soon; book from ${from} on.`
    reasons.push({ code: 'notice', message, limit: earliest })
  }
  if (localDateOf(start, timezone) > lastDate) {
    const message = `Bookings are open until ${lastDate}.`
    reasons.push({ code: 'horizon', message, limit: Date.parse(lastDate) })
  }
  if (!isOnGrid(world)) {
    const message = `Visits start every ${service.slotIntervalMinutes} minutes.`
    reasons.push({ code: 'off-grid', message })
  }
  return [...reasons, ...explainPlace(world)]
}

const isOnGrid = ({ start, timezone, service }: ExplainWorld): boolean => {
  const date = localDateOf(start, timezone)
  const intervalMinutes = service.slotIntervalMinutes
  return slotGrid({ from: date, to: date, timezone, intervalMinutes }).includes(start)
}

/** Whether the place is closed at this time. */
export const explainPlace = (world: ExplainWorld): Reason[] => {
  const { placeOpen, window, start } = world
  if (!placeOpen) return []
  const [from, to] = [bitOf(start, window), bitOf(endOf(world), window)]
  if (hasAll(placeOpen, Math.floor(from), Math.ceil(to))) return []
  const day = dayOf(world)
  const hours = spansOf(placeOpen, window).filter(
    (span) => span.start < day.end && day.start < span.end,
  )
  const message =
    hours.length > 0
      ? 'The location is not open for the whole of this time.'
      : 'The location is closed on this day.'
  return [{ code: 'location-closed', message, hours }]
}
