'use client'
import { Link } from '@payloadcms/ui'
import type { VisitHit } from '../../../contracts/scheduling/time-off.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { When } from '../../ui/when.tsx'

type VisitsHitProps = {
  visits: readonly VisitHit[]
  admin: string
  /** Whether each has a way to somebody else; not while the absence is still being typed. */
  hasLinks: boolean
}

/** The visits that an absence hits, each with the way to give it to somebody else. */
export const VisitsHit = ({ visits, admin, hasLinks }: VisitsHitProps) => {
  if (visits.length === 0)
    return (
      <p className="fb-muted">
        <Glyph name="check" size={14} /> No visits in this time.
      </p>
    )
  return (
    <div className="fb-hits">
      <p className="fb-strong">
        <Glyph name="warn" size={14} />{' '}
        {visits.length === 1 ? '1 visit is' : `${visits.length} visits are`} in this time
      </p>
      <ul>
        {visits.map((visit) => (
          <li key={visit.appointment}>
            <span>
              <When end={visit.end} start={visit.start} zone={visit.timezone} />
              <span className="fb-hint fb-block">
                {[visit.booking.number, visit.service, visit.customer].filter(Boolean).join(' · ')}
              </span>
            </span>
            {hasLinks ? (
              <Link
                aria-label={`Reassign ${visit.booking.number}, ${visit.customer}`}
                className="fb-button fb-button--small"
                href={`${admin}/collections/bookings/${visit.booking.id}`}
                prefetch={false}
              >
                Reassign
              </Link>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  )
}
