import { StatusPill } from '../../ui/status-pills.tsx'
import { momentIn } from '../../ui/zoned-time.ts'
import type { BookingView, LineageView, SeriesView } from './booking-view.ts'
import { EndSeries } from '../series/end-series.tsx'

type LineageCardProps = { booking: BookingView; admin: string }

type ListedProps = { bookings: LineageView[]; current: string; zone: string; admin: string }

/** Bookings with number, status and time; the open one is no link. */
const Listed = ({ bookings, current, zone, admin }: ListedProps) => (
  <ol className="fb-messages">
    {bookings.map((one) => (
      <li key={one.id}>
        {one.id === current ? (
          <strong aria-current="true">{one.number}</strong>
        ) : (
          <a className="fb-link" href={`${admin}/collections/bookings/${one.id}`}>
            {one.number}
          </a>
        )}{' '}
        <StatusPill status={one.status} />
        <br />
        <span className="fb-muted">{one.startsAt ? momentIn(one.startsAt, zone) : ''}</span>
      </li>
    ))}
  </ol>
)

/** `Booking 3 of 6`: where a booking stands in its series. */
const placeIn = ({ bookings }: SeriesView, id: string): string => {
  const index = bookings.findIndex((one) => one.id === id)
  return index < 0 ? '' : `Booking ${index + 1} of ${bookings.length}. `
}

/** The bookings a job moved through, the last of them active, and the series it is part of. */
export const LineageCard = ({ booking, admin }: LineageCardProps) => {
  const { id, lineage, series, timezone: zone } = booking
  if (lineage.length === 0 && !series) return null
  return (
    <section aria-labelledby="lineage-heading" className="fb-card">
      <div className="fb-card__head">
        <h2 id="lineage-heading">{lineage.length > 0 ? 'Moved' : 'Repeats'}</h2>
      </div>
      <div className="fb-card__body">
        {lineage.length > 0 ? (
          <Listed admin={admin} bookings={lineage} current={id} zone={zone} />
        ) : null}
        {series ? (
          <>
            <p>
              {placeIn(series, id)}
              {series.summary}
              {series.isActive ? '' : ' (ended)'}
            </p>
            <details className="fb-details" open={series.bookings.length <= 8}>
              <summary>All bookings of the series</summary>
              <Listed admin={admin} bookings={series.bookings} current={id} zone={zone} />
            </details>
            {series.isActive ? <EndSeries booking={id} series={series} /> : null}
          </>
        ) : null}
      </div>
    </section>
  )
}
