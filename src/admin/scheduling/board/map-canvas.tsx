'use client'
import type { LatLngTuple } from 'leaflet'
import { useEffect, useRef } from 'react'
import { escapeHtml } from '../../../domain/words/escape-html.ts'
import { type Drawing, fitPoints, type MapTiles, pinIcon, pointAt, useMap } from '../map/use-map.ts'
import type { BoardVisit } from './board-visit.ts'
import type { DayMap } from './route-lines.ts'
import { visitSentence } from './visit-words.ts'

type MapCanvasProps = {
  day: DayMap
  zone: string
  tiles: MapTiles | undefined
  onOpen: (visit: BoardVisit) => void
}

const draw = (drawing: Drawing, { day, zone, onOpen }: MapCanvasProps) => {
  const { leaflet, layer } = drawing
  layer.clearLayers()
  const taken = new Map<string, number>()
  // Pins of one address stand beside each other.
  const place = (visit: BoardVisit, text: string, colour: string) => {
    if (!visit.point) return
    const spot = pointAt(visit.point).join()
    const beside = taken.get(spot) ?? 0
    taken.set(spot, beside + 1)
    const title = visitSentence(visit, zone, undefined)
    const icon = pinIcon(drawing, { text, colour, className: 'fb-pin', aside: beside * 22 })
    leaflet
      .marker(pointAt(visit.point), { icon, title, alt: title })
      .on('click', () => onOpen(visit))
      .addTo(layer)
  }
  for (const { person, colour, home, stops } of day.lines) {
    const points = [...(home ? [pointAt(home)] : []), ...stops.map(({ point }) => pointAt(point))]
    leaflet.polyline(points, { color: colour, weight: 3, opacity: 0.75 }).addTo(layer)
    if (home) {
      leaflet
        .circleMarker(pointAt(home), { radius: 6, color: colour, fillOpacity: 0.3 })
        .bindTooltip(`${escapeHtml(person.name)} starts here`)
        .addTo(layer)
    }
    for (const { visit, place: number } of stops) place(visit, `${number}`, colour)
  }
  for (const { visit } of day.unassigned) place(visit, '?', '#95201b')
}

const pointsOf = (day: DayMap): LatLngTuple[] => [
  ...day.lines.flatMap(({ stops, home }) => [
    ...stops.map(({ point }) => pointAt(point)),
    ...(home ? [pointAt(home)] : []),
  ]),
  ...day.unassigned.map(({ point }) => pointAt(point)),
]

/** The day's visits and the ways between them. */
export const MapCanvas = (props: MapCanvasProps) => {
  const { day, tiles } = props
  const { box, drawing } = useMap(tiles)
  const fitted = useRef('')

  useEffect(() => {
    if (!drawing) return
    draw(drawing, props)
    const shown = pointsOf(day)
    const points = shown.length > 0 ? shown : day.homes.map(pointAt)
    const key = JSON.stringify(points)
    if (fitted.current === key) return
    fitted.current = key
    fitPoints(drawing, points)
  })

  return <div aria-label="Map of the day" className="fb-map__canvas" ref={box} role="region" />
}
