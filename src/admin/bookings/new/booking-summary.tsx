import type { ReactNode } from 'react'
import { teamWord } from '../../ui/team-word.ts'
import type { BookingDraft, LocationChoice, ServiceChoice } from './booking-draft.ts'
import { draftPrice } from './draft-price.ts'
import { personWords, placeWords, serviceWords, timeWords } from './step-lines.ts'

type BookingSummaryProps = {
  draft: BookingDraft
  services: ServiceChoice[]
  locations: LocationChoice[]
  currency: string
  zone: string
  children: ReactNode
}

/** What will be booked, in one glance, beside the steps. */
export const BookingSummary = (props: BookingSummaryProps) => {
  const { draft, services, locations, zone, children } = props
  const service = services.find(({ id }) => id === draft.service)
  const rows = [
    ['Service', serviceWords(draft, services)],
    ...(draft.people > 1 ? [['People', `${draft.people}`]] : []),
    ['Location', placeWords(draft, locations)],
    ['Time', timeWords(draft, { service, zone })],
    [teamWord().title, draft.start ? personWords(draft) : ''],
    ['Customer', draft.customer.name],
    ['Price', draftPrice(draft, props)],
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
