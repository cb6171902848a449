import type { BoardAnswer, BoardPerson, VisitState } from '../../../contracts/scheduling/board.ts'
import { isDropped, isLive } from '../../../domain/bookings/states.ts'

/** A visit as the board shows it; instants in epoch milliseconds. */
export type BoardVisit = VisitState & {
  id: string
  person: string | null
  service: string
  location: string | null
  /** Suburb of the job, or the location's name. */
  place: string
  point: { lat: number; lng: number } | null
  start: number
  end: number
  customer: string
}

/** The board ready to draw. */
export type Board = {
  timezone: string
  zoneName: string
  start: number
  end: number
  people: BoardPerson[]
  services: { id: string; name: string }[]
  locations: { id: string; name: string }[]
  travel: BoardAnswer['travel']
  visits: BoardVisit[]
}

/** Visits that take part in the day: not called off and not moved elsewhere. */
export const isOnBoard = (visit: Pick<BoardVisit, 'status'>): boolean => !isDropped(visit)

/** Whether the visit may still be given to somebody or moved. */
export const isOpen = ({ status, progress }: Pick<BoardVisit, 'progress' | 'status'>): boolean =>
  isLive({ status }) && progress === 'not_started'

/** Whose visit it is and where, such as "Evie Collins · Bondi". */
export const whoAndWhere = ({ customer, place }: Pick<BoardVisit, 'customer' | 'place'>): string =>
  [customer, place].filter(Boolean).join(' · ')
