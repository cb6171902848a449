'use client'
import { useState } from 'react'
import type { PostcodePointAnswer } from '../../../contracts/people/team.ts'
import type { Coordinates } from '../../../domain/scheduling/distance.ts'
import { type MapTiles, pointAt } from '../../scheduling/map/use-map.ts'
import { type Landmark, usePointMap } from '../../scheduling/map/use-point-map.ts'
import { callApi } from '../../ui/call-api.ts'

type PlacePinProps = {
  point: Coordinates | null
  colour: string
  landmarks: Landmark[]
  tiles: MapTiles | undefined
  isDisabled: boolean
  onChange: (point: Coordinates | null) => void
}

/** A place chosen on the map: by postcode, by a click, or by moving the map under the pin. */
export const PlacePin = (props: PlacePinProps) => {
  const { point, colour, isDisabled, onChange } = props
  const pin = { text: '★', colour }
  const { box, drawing, putInMiddle } = usePointMap({ ...props, pin, title: 'Starting point' })
  const [postcode, setPostcode] = useState('')
  const [note, setNote] = useState('')

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
          <button className="fb-button" disabled={!drawing} onClick={putInMiddle} type="button">
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
