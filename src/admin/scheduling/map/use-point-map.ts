'use client'
import { type RefObject, useEffect, useRef } from 'react'
import type { Coordinates } from '../../../domain/scheduling/distance.ts'
import { escapeHtml } from '../../../domain/words/escape-html.ts'
import { type Drawing, fitPoints, type MapTiles, pinIcon, pointAt, useMap } from './use-map.ts'

export type Landmark = { name: string; point: Coordinates }

type PointMapOptions = {
  point: Coordinates | null
  /** What the pin is, as it is read aloud. */
  title: string
  pin: { text: string; colour: string }
  /** Of a circle around the point; without one there is none. */
  radiusKm?: number
  /** Places that help to read the map. */
  landmarks: Landmark[]
  tiles: MapTiles | undefined
  isDisabled: boolean
  onChange: (point: Coordinates) => void
}

/** To about a metre: nobody sets a point finer. */
const rounded = ({ lat, lng }: Coordinates): Coordinates => ({
  lat: Math.round(lat * 1e5) / 1e5,
  lng: Math.round(lng * 1e5) / 1e5,
})

const draw = (drawing: Drawing, options: PointMapOptions) => {
  const { point, title, pin, radiusKm, landmarks, isDisabled, onChange } = options
  const { leaflet, layer } = drawing
  layer.clearLayers()
  for (const { name, point: at } of landmarks) {
    leaflet
      .circleMarker(pointAt(at), { radius: 5, color: '#56635e', interactive: false })
      .bindTooltip(escapeHtml(name), { permanent: true, direction: 'right' })
      .addTo(layer)
  }
  if (!point) return
  if (radiusKm !== undefined) {
    const radius = Math.max(0, radiusKm) * 1000
    leaflet.circle(pointAt(point), { radius, color: pin.colour, interactive: false }).addTo(layer)
  }
  const icon = pinIcon(drawing, { ...pin, className: 'fb-pin' })
  leaflet
    .marker(pointAt(point), { icon, title, alt: title, draggable: !isDisabled, keyboard: false })
    .on('dragend', (event) => onChange(rounded(event.target.getLatLng())))
    .addTo(layer)
}

/** A map on which one point is set: by dragging its pin, by a click, or from the middle of the map. */
export const usePointMap = (
  options: PointMapOptions,
): {
  box: RefObject<HTMLDivElement | null>
  drawing: Drawing | undefined
  putInMiddle: () => void
} => {
  const { point, landmarks, tiles, isDisabled, onChange } = options
  const { box, drawing } = useMap(tiles)
  const fitted = useRef(false)
  const change = useRef(onChange)
  change.current = onChange
  useEffect(() => {
    if (!drawing) return
    draw(drawing, options)
    if (fitted.current) return
    fitted.current = true
    const shown = [...(point ? [point] : []), ...landmarks.map((one) => one.point)]
    fitPoints(drawing, shown.map(pointAt))
  })
  useEffect(() => {
    if (!drawing || isDisabled) return
    drawing.map.on('click', ({ latlng }) => change.current(rounded(latlng)))
  }, [drawing, isDisabled])
  const putInMiddle = () => {
    if (drawing) onChange(rounded(drawing.map.getCenter()))
  }
  return { box, drawing, putInMiddle }
}
