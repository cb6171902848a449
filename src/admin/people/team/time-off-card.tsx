import { Link } from '@payloadcms/ui'
import type { TimeOffRow } from '../../scheduling/time-off/load-time-off.ts'
import { NewTimeOff } from '../../scheduling/time-off/new-time-off.tsx'
import type { Away } from '../../scheduling/time-off/time-off-draft.ts'

type TimeOffCardProps = {
  admin: string
  away: Away
  rows: readonly TimeOffRow[]
  mayEdit: boolean
  maySeeVisits: boolean
}

/** When somebody is away from now on, and a way to add to it. */
export const TimeOffCard = ({ admin, away, rows, mayEdit, maySeeVisits }: TimeOffCardProps) => (
  <section aria-labelledby="time-off-heading" className="fb-card">
    <div className="fb-card__head">
      <h2 id="time-off-heading">Time off</h2>
      {mayEdit ? (
        <NewTimeOff admin={admin} away={away} choices={[]} isSmall maySeeVisits={maySeeVisits} />
      ) : null}
    </div>
    {rows.length === 0 ? (
      <p className="fb-empty">None planned.</p>
    ) : (
      <ul className="fb-urgent">
        {rows.map(({ id, when, kind, note, hits }) => (
          <li key={id}>
            <Link
              className="fb-urgent__link"
              href={`${admin}/collections/unavailabilities/${id}`}
              prefetch={false}
            >
              <span className="fb-urgent__who">{when}</span>
              {hits > 0 ? <span className="fb-pill fb-pill--red">{hits} to reassign</span> : null}
              <span className="fb-urgent__what">{[kind, note].filter(Boolean).join(' · ')}</span>
            </Link>
          </li>
        ))}
      </ul>
    )}
  </section>
)
