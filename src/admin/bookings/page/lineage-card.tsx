import { StatusPill } from '../../ui/status-pills.tsx'
import { momentIn } from '../../ui/zoned-time.ts'
import type { BookingView } from './booking-view.ts'
import { EndSeries } from '../series/end-series.tsx'

type LineageCardProps = { booking: BookingView; admin: string }

/** The bookings a job moved through, the last of them active, and the series it is part of. */
export const LineageCard = ({ booking, admin }: LineageCardProps) => {
  const { lineage, series } = booking
  if (lineage.length === 0 && !series) return null
  return (
    <section aria-labelledby="lineage-heading" className="fb-card">
      <div className="fb-card__head">
        <h2 id="lineage-heading">{lineage.length > 0 ? 'Moved' : 'Repeats'}</h2>
      </div>
      <div className="fb-card__body">
        {lineage.length > 0 ? (
          <ol className="fb-messages">
            {lineage.map((one) => (
              <li key={one.id}>
                {one.id === booking.id ? (
                  <strong aria-current="true">{one.number}</strong>
                ) : (
                  <a className="fb-link" href={`${admin}/collections/bookings/${one.id}`}>
                    {one.number}
                  </a>
                )}{' '}
                <StatusPill status={one.status} />
                <br />
                <span className="fb-muted">
                  {one.startsAt ? momentIn(one.startsAt, booking.timezone) : ''}
                </span>
              </li>
            ))}
          </ol>
        ) : null}
        {series ? (
          <>
            <p>
              {series.summary}
              {series.isActive ? '' : ' (ended)'}
            </p>
            {series.isActive ? <EndSeries booking={booking.id} series={series} /> : null}
          </>
        ) : null}
      </div>
    </section>
  )
}
