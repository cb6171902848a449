import { bookingStates } from '../../../domain/bookings/booking-lifecycle.ts'
import type { BoardVisit } from '../board/board-visit.ts'

/** The four filters of the calendar; an empty word means all. */
export type CalendarFilter = {
  service: string
  location: string
  person: string
  /** The statuses that are shown; all at first, cancelled ones included. */
  statuses: readonly string[]
}

export const everything: CalendarFilter = {
  service: '',
  location: '',
  person: '',
  statuses: bookingStates,
}

type Query = Record<string, string | undefined>

/** The filter in the address bar; what makes no sense there counts as all. */
export const readFilter = ({ service, location, person, status }: Query): CalendarFilter => {
  const asked = (status ?? '').split(',').filter((one) => bookingStates.some((s) => s === one))
  return {
    service: service ?? '',
    location: location ?? '',
    person: person ?? '',
    statuses: asked.length > 0 ? asked : bookingStates,
  }
}

/** The filter as query words, without what is all. */
export const filterQuery = (filter: CalendarFilter): Record<string, string> => ({
  ...(filter.service && { service: filter.service }),
  ...(filter.location && { location: filter.location }),
  ...(filter.person && { person: filter.person }),
  ...(filter.statuses.length < bookingStates.length && { status: filter.statuses.join(',') }),
})

/** Whether the filter lets a visit through; `none` as a person means nobody has it. */
export const isShown = (visit: BoardVisit, filter: CalendarFilter): boolean =>
  (filter.service === '' || visit.service === filter.service) &&
  (filter.location === '' || visit.location === filter.location) &&
  (filter.person === '' || (visit.person ?? 'none') === filter.person) &&
  filter.statuses.includes(visit.status)
