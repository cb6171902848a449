'use client'
import type { LatLngTuple, LayerGroup, Map as LeafletMap } from 'leaflet'
import 'leaflet/dist/leaflet.css'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { escapeHtml } from '../../../domain/words/escape-html.ts'

type Leaflet = typeof import('leaflet')

export type MapTiles = { url: string; attribution: string }

/** An open map and the layer that its page draws on. */
export type Drawing = { leaflet: Leaflet; map: LeafletMap; layer: LayerGroup }

export const pointAt = ({ lat, lng }: { lat: number; lng: number }): LatLngTuple => [lat, lng]

type Pin = {
  text: string
  colour: string
  className: string
  /** How far it stands to the right of its point, in pixels. */
  aside?: number
}

/** A pin of a map, with letters or a number in it. */
export const pinIcon = ({ leaflet }: Drawing, { text, colour, className, aside = 0 }: Pin) =>
  leaflet.divIcon({
    className,
    html: `<span style="background:${escapeHtml(colour)}">${escapeHtml(text)}</span>`,
    iconSize: [28, 28],
    iconAnchor: [14 - aside, 14],
  })

/** Shows all these points. */
export const fitPoints = ({ map }: Drawing, points: LatLngTuple[]): void => {
  if (points.length > 0) map.fitBounds(points, { padding: [32, 32], maxZoom: 14, animate: false })
}

/**
 * Leaflet in `box`, with a scale; undefined until it is loaded, and while the box is not shown. No request leaves this server unless
 * tiles are set: the ground stays plain.
 */
export const useMap = (
  tiles: MapTiles | undefined,
  { isShown = true }: { isShown?: boolean } = {},
): { box: RefObject<HTMLDivElement | null>; drawing: Drawing | undefined } => {
  const box = useRef<HTMLDivElement>(null)
  const [drawing, setDrawing] = useState<Drawing>()

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
  }, [isShown, tiles])

  return { box, drawing }
}
