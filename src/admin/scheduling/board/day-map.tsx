'use client'
import { lazy, Suspense, useMemo } from 'react'
import { useBoardContext } from './board-context.ts'
import { DayTimeline } from './day-timeline.tsx'
import type { MapTiles } from '../map/use-map.ts'
import { dayMapOf } from './route-lines.ts'
import { VisitCard } from './visit-card.tsx'
import { teamWord } from '../../ui/team-word.ts'

const MapCanvas = lazy(() =>
  import('./map-canvas.tsx').then((loaded) => ({ default: loaded.MapCanvas })),
)

/** The day as map, list and timeline of the same visits. */
export const DayMapView = ({ tiles }: { tiles: MapTiles | undefined }) => {
  const { board, visits, open } = useBoardContext()
  const day = useMemo(() => dayMapOf(board.people, visits), [board.people, visits])
  return (
    <div className="fb-map">
      <div className="fb-map__pair">
        <Suspense fallback={<div aria-hidden="true" className="fb-map__canvas" />}>
          <MapCanvas day={day} onOpen={open} tiles={tiles} zone={board.timezone} />
        </Suspense>
        <section aria-label={`Visits by ${teamWord().one}`} className="fb-map__list">
          {day.pointless > 0 ? (
            <p className="fb-hint">
              {day.pointless === 1 ? '1 visit has' : `${day.pointless} visits have`} no point on the
              map.
            </p>
          ) : null}
          {day.lines.length === 0 && day.unassigned.length === 0 ? (
            <p className="fb-muted">
              {visits.length === 0
                ? 'No visits on this day yet.'
                : 'No visit of this day has a point on the map.'}
            </p>
          ) : null}
          {day.lines.map(({ person, colour, stops }) => (
            <div key={person.id}>
              <h3>
                <span
                  aria-hidden="true"
                  className="fb-row-head__dot"
                  style={{ background: colour }}
                />
                {person.name}
              </h3>
              <ol>
                {stops.map(({ visit }) => (
                  <li key={visit.id}>
                    <VisitCard visit={visit} />
                  </li>
                ))}
              </ol>
            </div>
          ))}
        </section>
      </div>
      <DayTimeline zoom={60} />
    </div>
  )
}
