'use client'
import { useEffect, useRef, useState } from 'react'
import type { PostcodePointAnswer } from '../../../contracts/people/team.ts'
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
import { callApi } from '../../ui/call-api.ts'

type PlacePinProps = {
  point: Coordinates | null
  colour: string
  /** Places that help to read the map. */
  landmarks: { name: string; point: Coordinates }[]
  tiles: MapTiles | undefined
  isDisabled: boolean
  onChange: (point: Coordinates | null) => void
}

/** A street's width: what a click can mean. */
const rounded = ({ lat, lng }: Coordinates): Coordinates => ({
  lat: Math.round(lat * 1e5) / 1e5,
  lng: Math.round(lng * 1e5) / 1e5,
})

const draw = (
  drawing: Drawing,
  { point, colour, landmarks, isDisabled, onChange }: PlacePinProps,
) => {
  const { leaflet, layer } = drawing
  layer.clearLayers()
  for (const { name, point: at } of landmarks) {
    leaflet
      .circleMarker(pointAt(at), { radius: 5, color: '#56635e', interactive: false })
      .bindTooltip(escapeHtml(name), { permanent: true, direction: 'right' })
      .addTo(layer)
  }
  if (!point) return
  const icon = pinIcon(drawing, { text: '★', colour, className: 'fb-pin' })
  const title = 'Starting point'
  leaflet
    .marker(pointAt(point), { icon, title, alt: title, draggable: !isDisabled, keyboard: false })
    .on('dragend', (event) => onChange(rounded(event.target.getLatLng())))
    .addTo(layer)
}

/** A place chosen on the map: by postcode, by a click, or by moving the map under the pin. */
export const PlacePin = (props: PlacePinProps) => {
  const { point, landmarks, tiles, isDisabled, onChange } = props
  const { box, drawing } = useMap(tiles)
  const [postcode, setPostcode] = useState('')
  const [note, setNote] = useState('')
  const fitted = useRef(false)
  const change = useRef(onChange)
  change.current = onChange

  useEffect(() => {
    if (!drawing) return
    draw(drawing, props)
    if (fitted.current) return
    fitted.current = true
    fitPoints(drawing, (point ? [point] : landmarks.map((one) => one.point)).map(pointAt))
  })
  useEffect(() => {
    if (!drawing || isDisabled) return
    drawing.map.on('click', ({ latlng }) => change.current(rounded(latlng)))
  }, [drawing, isDisabled])

  const find = async () => {
    const path = `/api/app/postcode-point?postcode=${encodeURIComponent(postcode.trim())}`
    const answer = await callApi<PostcodePointAnswer>(path)
    const found = answer.ok ? answer.data.coordinates : null
    setNote(found ? '' : 'No address with this postcode is on the map yet. Click the map instead.')
    if (!found) return
    onChange(found)
    drawing?.map.setView(pointAt(found), 12, { animate: false })
  }

  return (
    <div className="fb-place-pin">
      {isDisabled ? null : (
        <div className="fb-row fb-row--bottom">
          <label className="fb-field">
            <span>Postcode of the starting point</span>
            <input
              autoComplete="off"
              className="fb-input"
              onChange={(event) => setPostcode(event.target.value)}
              value={postcode}
            />
          </label>
          <button
            className="fb-button"
            disabled={postcode.trim() === ''}
            onClick={() => void find()}
            type="button"
          >
            Put the pin there
          </button>
          <button
            className="fb-button"
            disabled={!drawing}
            onClick={() => drawing && onChange(rounded(drawing.map.getCenter()))}
            type="button"
          >
            Put it in the middle of the map
          </button>
          {point ? (
            <button className="fb-ghost" onClick={() => onChange(null)} type="button">
              Remove the pin
            </button>
          ) : null}
        </div>
      )}
      <p aria-live="polite" className="fb-hint">
        {note ||
          (point
            ? 'Travel to the first visit of a day counts from the pin. Drag it, or click elsewhere.'
            : 'No starting point yet: travel counts from the first visit of a day.')}
      </p>
      <div
        aria-label="Map of the starting point"
        className="fb-place-pin__map"
        ref={box}
        role="region"
      />
    </div>
  )
}
