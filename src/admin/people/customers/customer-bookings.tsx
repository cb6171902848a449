import { Link } from '@payloadcms/ui'
import { amountText } from '../../ui/amount.ts'
import { StatusPill } from '../../ui/status-pills.tsx'
import { When } from '../../ui/when.tsx'
import type { BookingRow } from '../../bookings/list/booking-row.ts'

type CustomerBookingsProps = {
  heading: string
  rows: BookingRow[]
  total: number
  empty: string
  admin: string
  showMoney: boolean
}

/** Bookings of one customer, each with what, when, who and how it stands. */
export const CustomerBookings = (props: CustomerBookingsProps) => {
  const { heading, rows, total, empty, admin, showMoney } = props
  const id = `bookings-${heading.toLowerCase().replaceAll(' ', '-')}`
  return (
    <section aria-labelledby={id} className="fb-card">
      <div className="fb-card__head">
        <h2 id={id}>{heading}</h2>
        {total > rows.length ? (
          <span className="fb-muted">
            Latest {rows.length} of {total}
          </span>
        ) : null}
      </div>
      {rows.length === 0 ? <p className="fb-empty">{empty}</p> : null}
      <ul className="fb-records-list">
        {rows.map((row) => (
          <li className="fb-customer-booking" key={row.id}>
            <div>
              <Link
                className="fb-rowlink"
                href={`${admin}/collections/bookings/${row.id}`}
                prefetch={false}
              >
                {row.services || 'Booking'}
              </Link>
              <span className="fb-hint fb-block">
                {[row.number, row.place].filter(Boolean).join(' · ')}
              </span>
            </div>
            <div>
              <When end={row.endsAt ?? null} start={row.startsAt} zone={row.timezone} />
              <span className="fb-hint fb-block">{row.people.join(', ') || 'No one assigned'}</span>
            </div>
            <div className="fb-customer-booking__state">
              <StatusPill status={row.status} />
              {showMoney && row.total !== undefined ? (
                <span className="fb-money">{amountText(row.total, row.currency)}</span>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
