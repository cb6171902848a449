import { Link } from '@payloadcms/ui'
import { Glyph } from '../ui/glyph.tsx'
import { AcceptancePill, ProgressPill, StatusPill } from '../ui/status-pills.tsx'
import { spanIn } from '../ui/zoned-time.ts'
import type { TodayVisit } from './load-today.ts'

type TodayListProps = { visits: readonly TodayVisit[]; admin: string }

/** Today's visits in order of time, with who goes and how far they are. */
export const TodayList = ({ visits, admin }: TodayListProps) => (
  <section aria-labelledby="today-heading" className="fb-card">
    <div className="fb-card__head">
      <h2 id="today-heading">Today’s visits</h2>
      <span className="fb-muted">
        {visits.length === 1 ? '1 visit' : `${visits.length} visits`}
      </span>
    </div>
    {visits.length === 0 ? (
      <p className="fb-empty">No visits today. Bookings for later days are under Upcoming.</p>
    ) : null}
    <ul className="fb-day">
      {visits.map((visit) => (
        <li key={visit.id}>
          <Link
            prefetch={false}
            className="fb-day__row"
            href={`${admin}/collections/bookings/${visit.booking}`}
          >
            <time className="fb-strong" dateTime={visit.start}>
              {spanIn(visit.start, visit.end, visit.timezone)}
            </time>
            <span>
              {visit.customer}
              <span className="fb-hint fb-block">
                {[visit.service, visit.place].filter(Boolean).join(' · ')}
              </span>
            </span>
            <span className={visit.person ? '' : 'fb-muted'}>
              <Glyph name={visit.person ? 'person' : 'personOff'} /> {visit.person || 'No one yet'}
            </span>
            <span className="fb-row">
              <StatusPill status={visit.status} />
              {visit.status === 'pending' ? <AcceptancePill acceptance={visit.acceptance} /> : null}
              <ProgressPill progress={visit.progress} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  </section>
)
