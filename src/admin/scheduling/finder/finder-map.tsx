'use client'
import type { LatLngTuple } from 'leaflet'
import { useEffect } from 'react'
import type { FinderAnswer, NearbyVisit } from '../../../contracts/scheduling/finder.ts'
import { escapeHtml } from '../../../domain/words/escape-html.ts'
import { clockIn } from '../../ui/zoned-time.ts'
import { type Drawing, fitPoints, type MapTiles, pinIcon, useMap } from '../map/use-map.ts'

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
              colour: person.colour ?? '#0b5f63',
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

const draw = (drawing: Drawing, marks: Mark[]) => {
  const { leaflet, layer } = drawing
  layer.clearLayers()
  for (const { at, text, title, kind, colour } of marks) {
    const icon = pinIcon(drawing, { text, colour, className: `fb-pin fb-pin--${kind}` })
    leaflet.marker(at, { icon, title, alt: title }).bindTooltip(escapeHtml(title)).addTo(layer)
  }
  fitPoints(
    drawing,
    marks.map(({ at }) => at),
  )
}

/** The place, who is near it and where people start. */
export const FinderMap = (props: FinderMapProps) => {
  const marks = marksOf(props)
  const { box, drawing } = useMap(props.tiles, { isShown: marks.length > 0 })
  const drawn = JSON.stringify(marks)

  useEffect(() => {
    if (drawing) draw(drawing, JSON.parse(drawn) as Mark[])
  }, [drawing, drawn])

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
