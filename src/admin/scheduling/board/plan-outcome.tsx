'use client'
import type { ProposedStop, RouteProposal } from '../../../contracts/scheduling/routes.ts'
import { clockIn } from '../../ui/zoned-time.ts'
import { lengthWords } from './visit-words.ts'

const km = (distance: number) => `${distance.toFixed(0)} km`

const changeWords = (stop: ProposedStop, person: string, zone: string): string =>
  [
    stop.isReassigned ? `${stop.was.fieldworker?.name ?? 'Unassigned'} → ${person}` : '',
    stop.isRetimed ? `was ${clockIn(stop.was.start, zone)}` : '',
  ]
    .filter(Boolean)
    .join(', ')

const isChanged = (stop: ProposedStop): boolean => stop.isReassigned || stop.isRetimed

/** Before and after, person by person, and what fits nowhere. */
export const PlanOutcome = ({ proposal }: { proposal: RouteProposal }) => {
  const { before, after, routes, unserved, timezone, note } = proposal
  return (
    <>
      {note ? <p className="fb-muted">{note}</p> : null}
      <table className="fb-table">
        <caption className="fb-sr">The whole day before and after</caption>
        <thead>
          <tr>
            <th scope="col">The day</th>
            <th scope="col">Now</th>
            <th scope="col">Planned</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Driving</th>
            <td>{lengthWords(before.travelMinutes)}</td>
            <td>{lengthWords(after.travelMinutes)}</td>
          </tr>
          <tr>
            <th scope="row">Distance</th>
            <td>{km(before.distanceKm)}</td>
            <td>{km(after.distanceKm)}</td>
          </tr>
          <tr>
            <th scope="row">Unassigned</th>
            <td>{before.unserved}</td>
            <td>{after.unserved}</td>
          </tr>
        </tbody>
      </table>
      {routes
        .filter(({ stops }) => stops.length > 0)
        .map((route) => (
          <details className="fb-details" key={route.id} open={route.stops.some(isChanged)}>
            <summary>
              {route.name}: {route.stops.length} {route.stops.length === 1 ? 'visit' : 'visits'},{' '}
              {lengthWords(route.before.travelMinutes)} → {lengthWords(route.after.travelMinutes)}{' '}
              driving
            </summary>
            <ol className="fb-plan__stops">
              {route.stops.map((stop) => (
                <li key={stop.id}>
                  <strong>{clockIn(stop.start, timezone)}</strong> {stop.service}, {stop.customer},{' '}
                  {stop.place}
                  {isChanged(stop) ? <mark>{changeWords(stop, route.name, timezone)}</mark> : null}
                </li>
              ))}
            </ol>
          </details>
        ))}
      {unserved.length > 0 ? (
        <section aria-label="Fits nowhere">
          <h3 className="fb-subhead">Fits nowhere</h3>
          <ul className="fb-plan__stops">
            {unserved.map((visit) => (
              <li key={visit.id}>
                {visit.service}, {visit.customer}: {visit.because}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}
