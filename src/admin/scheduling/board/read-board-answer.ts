import { type BoardAnswer, stateOfCode } from '../../../contracts/scheduling/board.ts'
import type { Board, BoardVisit } from './board-visit.ts'

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
