import { Link } from '@payloadcms/ui'
import type { NextVisit } from '../../../database/people/next-visits.ts'
import { When } from '../../ui/when.tsx'

/** What somebody does next. */
export const VisitsCard = ({ visits, admin }: { visits: NextVisit[]; admin: string }) => (
  <section aria-labelledby="visits-heading" className="fb-card">
    <div className="fb-card__head">
      <h2 id="visits-heading">Next visits</h2>
    </div>
    {visits.length === 0 ? (
      <p className="fb-empty">Nothing booked.</p>
    ) : (
      <ul className="fb-urgent">
        {visits.map((visit) => (
          <li key={`${visit.booking} ${visit.start}`}>
            <Link
              className="fb-urgent__link"
              href={`${admin}/collections/bookings/${visit.booking}`}
              prefetch={false}
            >
              <span className="fb-urgent__who">
                <When end={visit.end} start={visit.start} zone={visit.timezone} />
              </span>
              <span className="fb-urgent__what">
                {[visit.number, visit.service, visit.customer].filter(Boolean).join(' · ')}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    )}
  </section>
)
