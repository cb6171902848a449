'use client'
import type { LatLngTuple, LayerGroup, Map as LeafletMap } from 'leaflet'
import 'leaflet/dist/leaflet.css'
import { useEffect, useRef, useState } from 'react'
import { escapeHtml } from '../../../domain/words/escape-html.ts'
import type { BoardVisit } from './board-model.ts'
import type { DayMap } from './route-lines.ts'
import { visitSentence } from './visit-words.ts'

type Leaflet = typeof import('leaflet')

export type MapTiles = { url: string; attribution: string }

type MapCanvasProps = {
  day: DayMap
  zone: string
  /** Undefined: no request leaves this server; the ground stays plain with a scale. */
  tiles: MapTiles | undefined
  onOpen: (visit: BoardVisit) => void
}

type Drawing = { leaflet: Leaflet; map: LeafletMap; layer: LayerGroup }

const at = ({ lat, lng }: { lat: number; lng: number }): LatLngTuple => [lat, lng]

type Pin = { text: string; colour: string; beside: number }

/** Pins of one address stand beside each other. */
const pin = (leaflet: Leaflet, { text, colour, beside }: Pin) =>
  leaflet.divIcon({
    className: 'fb-pin',
    html: `<span style="background:${escapeHtml(colour)}">${escapeHtml(text)}</span>`,
    iconSize: [28, 28],
    iconAnchor: [14 - beside * 22, 14],
  })

const draw = (drawing: Drawing, { day, zone, onOpen }: MapCanvasProps) => {
  const { leaflet, layer } = drawing
  layer.clearLayers()
  const taken = new Map<string, number>()
  const place = (visit: BoardVisit, text: string, colour: string) => {
    if (!visit.point) return
    const spot = at(visit.point).join()
    const beside = taken.get(spot) ?? 0
    taken.set(spot, beside + 1)
    const title = visitSentence(visit, zone, undefined)
    leaflet
      .marker(at(visit.point), { icon: pin(leaflet, { text, colour, beside }), title, alt: title })
      .on('click', () => onOpen(visit))
      .addTo(layer)
  }
  for (const { person, colour, home, stops } of day.lines) {
    const points = [...(home ? [at(home)] : []), ...stops.map(({ point }) => at(point))]
    leaflet.polyline(points, { color: colour, weight: 3, opacity: 0.75 }).addTo(layer)
    if (home) {
      leaflet
        .circleMarker(at(home), { radius: 6, color: colour, fillOpacity: 0.3 })
        .bindTooltip(`${escapeHtml(person.name)} starts here`)
        .addTo(layer)
    }
    for (const { visit, place: number } of stops) place(visit, `${number}`, colour)
  }
  for (const { visit } of day.unassigned) place(visit, '?', '#95201b')
}

const pointsOf = (day: DayMap): LatLngTuple[] => [
  ...day.lines.flatMap(({ stops, home }) => [
    ...stops.map(({ point }) => at(point)),
    ...(home ? [at(home)] : []),
  ]),
  ...day.unassigned.map(({ point }) => at(point)),
]

/** Leaflet with the day's visits and ways; no tile is asked for unless an address is set. */
export const MapCanvas = (props: MapCanvasProps) => {
  const { day, tiles } = props
  const box = useRef<HTMLDivElement>(null)
  const [drawing, setDrawing] = useState<Drawing>()
  const fitted = useRef('')

  useEffect(() => {
    let map: LeafletMap | undefined
    let isGone = false
    void import('leaflet').then((loaded) => {
      if (isGone || !box.current) return
      const leaflet = ('default' in loaded ? loaded.default : loaded) as Leaflet
      map = leaflet.map(box.current, { attributionControl: Boolean(tiles) }).setView([0, 0], 2)
      leaflet.control.scale({ imperial: false }).addTo(map)
      if (tiles) leaflet.tileLayer(tiles.url, { attribution: tiles.attribution }).addTo(map)
      setDrawing({ leaflet, map, layer: leaflet.layerGroup().addTo(map) })
    })
    return () => {
      isGone = true
      map?.remove()
      setDrawing(undefined)
    }
  }, [tiles])

  useEffect(() => {
    if (!drawing) return
    draw(drawing, props)
    const shown = pointsOf(day)
    const points = shown.length > 0 ? shown : day.homes.map(at)
    const key = JSON.stringify(points)
    if (points.length > 0 && fitted.current !== key) {
      fitted.current = key
      drawing.map.fitBounds(points, { padding: [32, 32], maxZoom: 14, animate: false })
    }
  })

  return <div aria-label="Map of the day" className="fb-map__canvas" ref={box} role="region" />
}
