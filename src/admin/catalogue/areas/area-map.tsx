'use client'
import type { Coordinates } from '../../../domain/scheduling/distance.ts'
import type { MapTiles } from '../../scheduling/map/use-map.ts'
import { type Landmark, usePointMap } from '../../scheduling/map/use-point-map.ts'

type AreaMapProps = {
  centre: Coordinates | null
  radiusKm: number
  landmarks: Landmark[]
  tiles: MapTiles | undefined
  isDisabled: boolean
  onCentre: (centre: Coordinates) => void
}

const pin = { text: '+', colour: '#0b5f63' }

/** The circle of an area: its centre is dragged, clicked, or put where the map stands. */
export const AreaMap = ({ centre, onCentre, isDisabled, ...shown }: AreaMapProps) => {
  const { box, drawing, putInMiddle } = usePointMap({
    ...{ ...shown, isDisabled, pin, point: centre, title: 'Centre of the area' },
    onChange: onCentre,
  })
  return (
    <div className="fb-place-pin">
      <div aria-label="Map of the area" className="fb-place-pin__map" ref={box} role="region" />
      {isDisabled ? null : (
        <div className="fb-row">
          <button className="fb-button" disabled={!drawing} onClick={putInMiddle} type="button">
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
