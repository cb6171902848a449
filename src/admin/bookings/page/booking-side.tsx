import { amountText } from '../../ui/amount.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { When } from '../../ui/when.tsx'
import { momentIn } from '../../ui/zoned-time.ts'
import type { BookingView } from './booking-view.ts'
import { LineageCard } from './lineage-card.tsx'
import type { MessageView } from './load-messages.ts'
import { MessagesCard } from './messages-card.tsx'

type BookingSideProps = {
  booking: BookingView
  messages: MessageView[]
  showMoney: boolean
  /** Where the panel is. */
  admin: string
}

const Money = ({ booking }: { booking: BookingView }) => {
  const { totals, cancellation, lines } = booking
  const row = (label: string, minor: number) => (
    <div className="fb-sum">
      <dt>{label}</dt>
      <dd>{amountText(minor, totals.currency)}</dd>
    </div>
  )
  return (
    <section aria-labelledby="money-heading" className="fb-card">
      <div className="fb-card__head">
        <h2 id="money-heading">Money</h2>
      </div>
      <dl className="fb-card__body fb-sums">
        {lines
          .filter(({ quantity }) => quantity > 0)
          .map((line) => (
            <div className="fb-sum fb-muted" key={line.id}>
              <dt>
                {line.service.name}
                {line.quantity > 1 ? ` × ${line.quantity}` : ''}
              </dt>
              <dd>{amountText(line.totalAmount, totals.currency)}</dd>
            </div>
          ))}
        {row('Subtotal, excl. tax', totals.subtotal)}
        {row('Tax', totals.tax)}
        <div className="fb-sum fb-sum--total">
          <dt>Total</dt>
          <dd>{amountText(totals.total, totals.currency)}</dd>
        </div>
        {cancellation && (cancellation.fee > 0 || cancellation.waived)
          ? row(
              cancellation.waived
                ? 'Cancellation fee (waived)'
                : cancellation.feeName || 'Cancellation fee',
              cancellation.waived ? 0 : cancellation.fee,
            )
          : null}
      </dl>
    </section>
  )
}

/** The right column of the booking page: when, where, money, messages. */
export const BookingSide = ({ booking, messages, showMoney, admin }: BookingSideProps) => (
  <aside aria-label="Summary" className="fb-side">
    <section aria-labelledby="when-heading" className="fb-card">
      <div className="fb-card__head">
        <h2 id="when-heading">When and where</h2>
      </div>
      <div className="fb-card__body">
        <p>
          <Glyph name="clock" />{' '}
          <When end={booking.endsAt ?? null} start={booking.startsAt} zone={booking.timezone} />
        </p>
        {booking.place.lines.length > 0 ? (
          <address className="fb-address">
            <Glyph name="pin" />
            <span>
              {booking.place.lines.map((line) => (
                <span key={line}>{line}</span>
              ))}
              {booking.place.access ? (
                <span className="fb-hint">Access: {booking.place.access}</span>
              ) : null}
            </span>
          </address>
        ) : (
          <p className="fb-muted">No place recorded.</p>
        )}
        <p className="fb-hint">
          Times are in {booking.timezone.replaceAll('_', ' ')}, where the work is done.
        </p>
      </div>
    </section>
    <LineageCard admin={admin} booking={booking} />
    {booking.cancellation ? (
      <section className="fb-card">
        <div className="fb-card__head">
          <h2>Cancelled</h2>
        </div>
        <div className="fb-card__body">
          <p>{booking.cancellation.reason || booking.cancellation.comment || 'No reason given.'}</p>
          {booking.cancellation.reason && booking.cancellation.comment ? (
            <p>To the customer: {booking.cancellation.comment}</p>
          ) : null}
          <p className="fb-muted">
            {booking.cancellation.by}
            {booking.cancellation.by ? ', ' : ''}
            {momentIn(booking.cancellation.at, booking.timezone)}
          </p>
        </div>
      </section>
    ) : null}
    {showMoney ? <Money booking={booking} /> : null}
    <MessagesCard admin={admin} booking={booking} messages={messages} />
  </aside>
)
