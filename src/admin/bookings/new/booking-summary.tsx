import type { ReactNode } from 'react'
import { dayIn, spanIn } from '../../ui/zoned-time.ts'
import type { BookingDraft, LocationChoice, ServiceChoice } from './booking-draft.ts'

type BookingSummaryProps = {
  draft: BookingDraft
  service: ServiceChoice | undefined
  services: ServiceChoice[]
  locations: LocationChoice[]
  zone: string
  children: ReactNode
}

const placeWords = ({ at, address, location }: BookingDraft, locations: LocationChoice[]) =>
  at === 'location'
    ? (locations.find(({ id }) => id === location)?.name ?? '')
    : [address.line1, address.suburb, address.postcode].filter(Boolean).join(', ')

/** What will be booked, in one glance, beside the steps. */
export const BookingSummary = (props: BookingSummaryProps) => {
  const { draft, service, locations, zone, children } = props
  const end = service
    ? new Date(Date.parse(draft.start || '') + service.durationMinutes * 60_000)
    : undefined
  const when = draft.start
    ? `${dayIn(draft.start, zone)}, ${spanIn(
        draft.start,
        end && !Number.isNaN(end.getTime()) ? end.toISOString() : null,
        zone,
      )}`
    : ''
  const more = draft.more.flatMap(
    (one) => props.services.find(({ id }) => id === one.service)?.name ?? [],
  )
  const rows = [
    [
      'Service',
      service ? `${service.name}${draft.quantity > 1 ? ` × ${draft.quantity}` : ''}` : '',
    ],
    ...(more.length > 0 ? [['Also', more.join(', ')]] : []),
    ...(draft.people > 1 ? [['People', `${draft.people}`]] : []),
    ['Customer', draft.customer.name],
    ['Where', placeWords(draft, locations)],
    ['When', when],
    ['Price', service?.price ?? ''],
  ]
  return (
    <section aria-labelledby="summary-heading" className="fb-card fb-summary">
      <div className="fb-card__head">
        <h2 id="summary-heading">This booking</h2>
      </div>
      <div className="fb-card__body">
        <dl className="fb-facts">
          {rows.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value || <span className="fb-muted">–</span>}</dd>
            </div>
          ))}
        </dl>
        {children}
      </div>
    </section>
  )
}
