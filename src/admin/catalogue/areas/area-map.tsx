'use client'
import { useEffect, useRef } from 'react'
import type { Coordinates } from '../../../domain/scheduling/distance.ts'
import { escapeHtml } from '../../../domain/words/escape-html.ts'
import {
  type Drawing,
  fitPoints,
  type MapTiles,
  pinIcon,
  pointAt,
  useMap,
} from '../../scheduling/map/use-map.ts'

type AreaMapProps = {
  centre: Coordinates | null
  radiusKm: number
  landmarks: { name: string; point: Coordinates }[]
  tiles: MapTiles | undefined
  isDisabled: boolean
  onCentre: (centre: Coordinates) => void
}

/** About a metre: nobody sets a centre finer. */
const rounded = ({ lat, lng }: Coordinates): Coordinates => ({
  lat: Math.round(lat * 1e5) / 1e5,
  lng: Math.round(lng * 1e5) / 1e5,
})

const draw = (drawing: Drawing, props: AreaMapProps) => {
  const { centre, radiusKm, landmarks, isDisabled, onCentre } = props
  const { leaflet, layer } = drawing
  layer.clearLayers()
  for (const { name, point } of landmarks) {
    leaflet
      .circleMarker(pointAt(point), { radius: 5, color: '#56635e', interactive: false })
      .bindTooltip(escapeHtml(name), { permanent: true, direction: 'right' })
      .addTo(layer)
  }
  if (!centre) return
  const radius = Math.max(0, radiusKm) * 1000
  leaflet.circle(pointAt(centre), { radius, color: '#0b5f63', interactive: false }).addTo(layer)
  const icon = pinIcon(drawing, { text: '+', colour: '#0b5f63', className: 'fb-pin' })
  const title = 'Centre of the area'
  leaflet
    .marker(pointAt(centre), { icon, title, alt: title, draggable: !isDisabled, keyboard: false })
    .on('dragend', (event) => onCentre(rounded(event.target.getLatLng())))
    .addTo(layer)
}

/** The circle of an area: its centre is dragged, clicked, or put where the map stands. */
export const AreaMap = (props: AreaMapProps) => {
  const { centre, landmarks, tiles, isDisabled, onCentre } = props
  const { box, drawing } = useMap(tiles)
  const fitted = useRef(false)
  const change = useRef(onCentre)
  change.current = onCentre
  useEffect(() => {
    if (!drawing) return
    draw(drawing, props)
    if (fitted.current) return
    fitted.current = true
    fitPoints(
      drawing,
      [...(centre ? [centre] : []), ...landmarks.map((one) => one.point)].map(pointAt),
    )
  })
  useEffect(() => {
    if (!drawing || isDisabled) return
    drawing.map.on('click', ({ latlng }) => change.current(rounded(latlng)))
  }, [drawing, isDisabled])
  return (
    <div className="fb-place-pin">
      <div aria-label="Map of the area" className="fb-place-pin__map" ref={box} role="region" />
      {isDisabled ? null : (
        <div className="fb-row">
          <button
            className="fb-button"
            disabled={!drawing}
            onClick={() => drawing && onCentre(rounded(drawing.map.getCenter()))}
            type="button"
          >
            Put the centre in the middle of the map
          </button>
          <span aria-live="polite" className="fb-hint">
            {centre
              ? `Centre: ${centre.lat.toFixed(4)}, ${centre.lng.toFixed(4)}. Drag it, or click elsewhere.`
              : 'Click the map to set the centre.'}
          </span>
        </div>
      )}
    </div>
  )
}
