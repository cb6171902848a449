import { Link } from '@payloadcms/ui'
import type { BookingRow } from '../bookings/list/booking-row.ts'
import type { TabView } from '../bookings/list/load-tabs.ts'
import { dayIn, spanIn } from '../ui/zoned-time.ts'

type NeedCardProps = { rows: BookingRow[]; tab: TabView; admin: string }

/** A tab that is not empty: its count and its most urgent bookings. */
export const NeedCard = ({ rows, tab, admin }: NeedCardProps) => {
  const list = `${admin}/collections/bookings?tab=${tab.key}`
  return (
    <article aria-labelledby={`need-${tab.key}`} className="fb-card">
      <div className="fb-card__head">
        <h3 id={`need-${tab.key}`}>{tab.label}</h3>
        <span className="fb-count fb-count--hot">{tab.count}</span>
      </div>
      <ul className="fb-urgent">
        {rows.map((row) => (
          <li key={row.id}>
            <Link
              prefetch={false}
              className="fb-urgent__link"
              href={`${admin}/collections/bookings/${row.id}`}
            >
              <span className="fb-urgent__who">{row.customer}</span>
              <span className="fb-muted">
                {row.startsAt ? dayIn(row.startsAt, row.timezone) : 'No visit yet'}
              </span>
              <span className="fb-urgent__what">
                {[
                  row.startsAt ? spanIn(row.startsAt, null, row.timezone) : '',
                  row.services,
                  row.place,
                  row.people.join(', '),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {(tab.count ?? 0) > rows.length ? (
        <p className="fb-card__more">
          <Link prefetch={false} className="fb-link" href={list}>
            All {tab.count} in {tab.label}
          </Link>
        </p>
      ) : null}
    </article>
  )
}
