'use client'
import type { LatLngTuple, Map as LeafletMap } from 'leaflet'
import 'leaflet/dist/leaflet.css'
import { useEffect, useRef } from 'react'
import type { FinderAnswer, NearbyVisit } from '../../../contracts/scheduling/finder.ts'
import { escapeHtml } from '../../../domain/words/escape-html.ts'
import { clockIn } from '../../ui/zoned-time.ts'
import type { MapTiles } from '../board/map-canvas.tsx'

type FinderMapProps = {
  answer: FinderAnswer
  /** Other visits of the day, near the place. */
  nearby: readonly NearbyVisit[]
  tiles: MapTiles | undefined
}

type Mark = {
  at: LatLngTuple
  text: string
  title: string
  kind: 'about' | 'here' | 'home' | 'job'
  colour: string
}

const initials = (name: string) =>
  name
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .join('')
    .slice(0, 2)
    .toUpperCase()

/** The place, who starts where, and the jobs around it, as points and as words. */
const marksOf = ({ answer, nearby }: FinderMapProps): Mark[] => {
  const { coordinates, approximate } = answer.place
  const here = coordinates ?? approximate
  const about = coordinates ? '' : 'about '
  return [
    ...(here
      ? [
          {
            at: [here.lat, here.lng] as LatLngTuple,
            ...{ text: '★', kind: coordinates ? ('here' as const) : ('about' as const) },
            ...{
              colour: '#95201b',
              title: `${coordinates ? 'Here' : 'About here'}: ${answer.service.name}`,
            },
          },
        ]
      : []),
    ...nearby.map((job) => ({
      at: [job.coordinates.lat, job.coordinates.lng] as LatLngTuple,
      ...{ text: initials(job.fieldworker?.name ?? '?'), kind: 'job' as const, colour: '#2563eb' },
      title: `${job.service}, ${clockIn(job.start, job.timezone)}, ${job.fieldworker?.name ?? 'not assigned'}, ${about}${job.distanceKm.toFixed(1)} km`,
    })),
    ...answer.people.flatMap((person) =>
      person.home
        ? [
            {
              at: [person.home.lat, person.home.lng] as LatLngTuple,
              ...{ text: initials(person.name), kind: 'home' as const },
              colour: person.colour ?? '#0b6b58',
              title: `${person.name} starts here${person.free === false ? ' (not free then)' : ''}`,
            },
          ]
        : [],
    ),
  ]
}

/** What the star is, or why there is none. */
const starWords = ({ coordinates, approximate }: FinderAnswer['place']): string => {
  if (coordinates) return '★ is the place of this visit.'
  if (approximate)
    return '★ is about where the postcode is, the middle of its known addresses; distances come with the address itself.'
  return 'No address with this postcode is on the map yet, so the place has no ★ and no distances.'
}

/** Leaflet with the finder's own data; no tile is asked for unless an address is set (PX-02). */
export const FinderMap = (props: FinderMapProps) => {
  const { tiles } = props
  const box = useRef<HTMLDivElement>(null)
  const marks = marksOf(props)
  const drawn = JSON.stringify(marks)

  useEffect(() => {
    let map: LeafletMap | undefined
    let isGone = false
    const shown = JSON.parse(drawn) as Mark[]
    void import('leaflet').then((loaded) => {
      if (isGone || !box.current) return
      const leaflet = ('default' in loaded ? loaded.default : loaded) as typeof loaded
      map = leaflet.map(box.current, { attributionControl: Boolean(tiles) }).setView([0, 0], 2)
      leaflet.control.scale({ imperial: false }).addTo(map)
      if (tiles) leaflet.tileLayer(tiles.url, { attribution: tiles.attribution }).addTo(map)
      for (const { at, text, title, kind, colour } of shown) {
        const html = `<span style="background:${escapeHtml(colour)}">${escapeHtml(text)}</span>`
        const icon = leaflet.divIcon({
          className: `fb-pin fb-pin--${kind}`,
          html,
          iconSize: [28, 28],
        })
        leaflet.marker(at, { icon, title, alt: title }).bindTooltip(escapeHtml(title)).addTo(map)
      }
      if (shown.length > 0)
        map.fitBounds(
          shown.map(({ at }) => at),
          { padding: [28, 28], maxZoom: 14, animate: false },
        )
    })
    return () => {
      isGone = true
      map?.remove()
    }
  }, [drawn, tiles])

  if (marks.length === 0) return <p className="fb-muted">Nothing here has a point on the map.</p>
  return (
    <figure className="fb-finder-map">
      <div aria-label="Map of the place and who is near" ref={box} role="region" />
      <figcaption className="fb-hint">
        {starWords(props.answer.place)} Round pins are the day’s other visits, with the initials of
        who does them (? is nobody yet). Square pins are where people start.
      </figcaption>
    </figure>
  )
}
