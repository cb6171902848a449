'use client'
import type { NearbyAnswer } from '../../../contracts/scheduling/finder.ts'
import { spanIn } from '../../ui/zoned-time.ts'

type NearbyListProps = {
  nearby: NearbyAnswer | undefined
  /** People who are free for the visit. */
  offered: readonly string[]
  isBusy: boolean
  onAssign: (person: string) => void
}

/** Other visits near this one on its day, nearest first, and the way to give it to their person. */
export const NearbyList = ({ nearby, offered, isBusy, onAssign }: NearbyListProps) => {
  if (!nearby || nearby.visits.length === 0) return null
  return (
    <section aria-labelledby="nearby-heading">
      <h3 className="fb-subhead" id="nearby-heading">
        Nearby on that day
      </h3>
      <ul className="fb-people">
        {nearby.visits.map((other) => (
          <li className="fb-person" key={other.appointment}>
            <span>
              <strong>
                {other.distanceKm.toFixed(1)} km · {other.place}
              </strong>
              <span className="fb-hint">
                {spanIn(other.start, other.end, other.timezone)} · {other.service} ·{' '}
                {other.fieldworker?.name ?? 'Not assigned'}
              </span>
            </span>
            {other.fieldworker && offered.includes(other.fieldworker.id) ? (
              <button
                aria-label={`Give it to ${other.fieldworker.name}, who is ${other.distanceKm.toFixed(1)} km away`}
                className="fb-button fb-button--small"
                disabled={isBusy}
                onClick={() => other.fieldworker && onAssign(other.fieldworker.id)}
                type="button"
              >
                Assign
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
