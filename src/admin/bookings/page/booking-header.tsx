import { isLive } from '../../../domain/bookings/states.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { StatusPill } from '../../ui/status-pills.tsx'
import { sourceWord } from '../../ui/source-words.ts'
import { momentIn } from '../../ui/zoned-time.ts'
import type { BookingView, GateView } from './booking-view.ts'
import { ClaimButton } from './claim-button.tsx'

type BookingHeaderProps = { booking: BookingView; admin: string; mayClaim: boolean; me: string }

const waits: Record<GateView['name'], Record<string, string>> = {
  approval: { open: 'Waits for approval', rejected: 'Approval rejected' },
  customer: {
    open: 'Awaiting customer confirmation',
    declined: 'Customer said no',
    expired: 'Customer did not answer in time',
  },
  deposit: { open: 'Waits for the deposit', expired: 'Deposit not paid in time' },
}

const visitCount = (count: number) => (count === 1 ? '1 visit' : `${count} visits`)

/** Why a pending booking is pending, one phrase for each gate that stands in its way. */
const waitingFor = (booking: BookingView): string[] => {
  const gates = booking.gates.flatMap(({ name, state, reason }) => {
    const words = waits[name][state]
    return words ? [reason ? `${words}: ${reason}` : words] : []
  })
  const active = booking.visits.filter(isLive)
  const unanswered = active.filter(({ acceptance }) => acceptance === 'pending').length
  const nobody = active.filter(({ acceptance }) => acceptance === 'unassigned').length
  const declined = active.filter(({ acceptance }) => acceptance === 'declined').length
  return [
    ...gates,
    ...(unanswered > 0 ? [`${visitCount(unanswered)} awaiting fieldworker`] : []),
    ...(nobody > 0 ? [`${visitCount(nobody)} without a fieldworker`] : []),
    ...(declined > 0 ? [`${visitCount(declined)} declined`] : []),
  ]
}

/** Number, customer, status and what the booking waits for, owner and labels. */
export const BookingHeader = ({ booking, admin, mayClaim, me }: BookingHeaderProps) => {
  const { customer } = booking
  const final = !isLive(booking)
  const waiting = final ? [] : waitingFor(booking)
  return (
    <header className="fb-bhead">
      <div className="fb-row">
        <h1 className="fb-page__title">
          <span className="fb-muted">{booking.number}</span> {customer.name}
        </h1>
        <StatusPill status={booking.status} />
        {booking.deletedAt ? <span className="fb-pill fb-pill--red">Deleted</span> : null}
        {booking.labels.map((label) => (
          <span className="fb-pill" key={label.id}>
            {label.name}
          </span>
        ))}
      </div>
      <p className="fb-bhead__line">
        {customer.phone ? (
          <a className="fb-link" href={`tel:${customer.phone}`}>
            <Glyph name="phone" size={14} /> {customer.phone}
          </a>
        ) : null}
        {customer.email ? (
          <a className="fb-link" href={`mailto:${customer.email}`}>
            <Glyph name="mail" size={14} /> {customer.email}
          </a>
        ) : null}
        {customer.id ? (
          <a className="fb-link" href={`${admin}/collections/customers/${customer.id}`}>
            <Glyph name="person" size={14} /> Customer record
          </a>
        ) : null}
      </p>
      <p className="fb-bhead__line fb-muted">
        <span>
          {sourceWord(booking.source)}
          {booking.createdBy ? `, by ${booking.createdBy}` : ''},{' '}
          {momentIn(booking.createdAt, booking.timezone)}
        </span>
        <span>Owner: {booking.owner?.name ?? 'none'}</span>
        {mayClaim && booking.owner?.id !== me ? <ClaimButton id={booking.id} /> : null}
      </p>
      {waiting.length > 0 ? (
        <p className="fb-notice fb-notice--warn">
          <Glyph name="clock" /> <span>{waiting.join(' · ')}</span>
        </p>
      ) : null}
    </header>
  )
}
