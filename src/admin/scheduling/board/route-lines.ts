import type { BoardPerson } from '../../../contracts/scheduling/board.ts'
import type { BoardVisit } from './board-visit.ts'
import { isUnassigned, visitsByPerson } from './visits-by-person.ts'

type Point = { lat: number; lng: number }

/** A person's day on the map: the visits with points, numbered in order of time. */
export type RouteLine = {
  person: BoardPerson
  colour: string
  home: Point | null
  stops: { visit: BoardVisit; point: Point; place: number }[]
}

export type DayMap = {
  lines: RouteLine[]
  unassigned: { visit: BoardVisit; point: Point }[]
  /** Where everybody's day starts: what an empty map shows. */
  homes: Point[]
  /** Visits that no map can show. */
  pointless: number
}

const palette = ['#0b5f63', '#7c3aed', '#b45309', '#2563eb', '#be185d', '#0e7490', '#4d7c0f']

const homeOf = ({ home }: BoardPerson): Point | null => {
  const [lat, lng] = home ?? []
  return lat === undefined || lng === undefined ? null : { lat, lng }
}

/** What the map of a day shows of the board. */
export const dayMapOf = (people: readonly BoardPerson[], visits: readonly BoardVisit[]): DayMap => {
  const rows = visitsByPerson(visits)
  const lines = people.flatMap((person, index): RouteLine[] => {
    const stops = (rows.get(person.id) ?? [])
      .toSorted((a, b) => a.start - b.start)
      .flatMap((visit, at) => (visit.point ? [{ visit, point: visit.point, place: at + 1 }] : []))
    if (stops.length === 0) return []
    const colour = person.colour ?? palette[index % palette.length] ?? ''
    return [{ person, colour, home: homeOf(person), stops }]
  })
  return {
    lines,
    unassigned: visits
      .filter(isUnassigned)
      .flatMap((visit) => (visit.point ? [{ visit, point: visit.point }] : [])),
    homes: people.flatMap((person) => homeOf(person) ?? []),
    pointless: visits.filter(({ point }) => !point).length,
  }
}
