import { isLive } from '../../../domain/bookings/states.ts'
import {
  type BoardAnswer,
  type BoardPerson,
  stateOfCode,
  type VisitState,
} from '../../../contracts/scheduling/board.ts'

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

const minuteMs = 60_000

/** What the compact rows of `GET /app/board` say, spelled out. */
export const readBoardAnswer = (answer: BoardAnswer): Board => {
  const { timezone, zoneName, start, end, people, services, locations, places, travel } = answer
  const visits = answer.visits.map(
    ([id, person, service, location, place, minute, minutes, state, customer]): BoardVisit => {
      const [site = '', lat, lng] = places[place ?? -1] ?? []
      const begins = start + minute * minuteMs
      return {
        id,
        person: people[person ?? -1]?.id ?? null,
        service: services[service ?? -1]?.name ?? 'Visit',
        location: locations[location ?? -1]?.id ?? null,
        place: site,
        point: lat === undefined || lng === undefined ? null : { lat, lng },
        start: begins,
        end: begins + minutes * minuteMs,
        customer,
        ...stateOfCode(state),
      }
    },
  )
  return { timezone, zoneName, start, end, people, services, locations, travel, visits }
}

/** Visits that take part in the day: not called off and not moved elsewhere. */
export const isOnBoard = ({ status }: Pick<BoardVisit, 'status'>): boolean =>
  status !== 'cancelled' && status !== 'rescheduled'

/** Whether the visit may still be given to somebody or moved. */
export const isOpen = ({ status, progress }: Pick<BoardVisit, 'progress' | 'status'>): boolean =>
  isLive({ status }) && progress === 'not_started'
