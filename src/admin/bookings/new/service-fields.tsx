'use client'
import type { BookingDraft, ServiceChoice } from './booking-draft.ts'
import { CountField } from './count-field.tsx'
import { QuestionFields } from './question-fields.tsx'
import { ServiceField } from './service-field.tsx'

type ServiceFieldsProps = {
  services: ServiceChoice[]
  draft: BookingDraft
  onChange: (part: Partial<BookingDraft>) => void
}

/** What changes with the service: its place, its time, its questions and its crew. */
const withService = (service: ServiceChoice): Partial<BookingDraft> => ({
  ...{ service: service.id, start: '', answers: {}, people: 0 },
  at: service.mobile ? 'address' : 'location',
  ...(service.locations.length === 1 ? { location: service.locations[0] ?? '' } : {}),
})

/** Which service, grouped by category, with duration and price, and what it asks. */
export const ServiceFields = ({ services, draft, onChange }: ServiceFieldsProps) => {
  const chosen = services.find(({ id }) => id === draft.service)
  const people = draft.people || (chosen?.crewSize ?? 1)
  return (
    <>
      <div className="fb-service">
        <ServiceField
          hasFocus
          isGrouped
          isRequired
          onChoose={(id) => {
            const found = services.find((service) => service.id === id)
            if (found) onChange(withService(found))
          }}
          services={services}
          value={draft.service}
        />
        <CountField
          label="Quantity"
          max={50}
          onChange={(quantity) => onChange({ quantity })}
          value={draft.quantity}
        />
        <CountField
          label="People"
          max={20}
          onChange={(count) => onChange({ people: Math.min(20, count) })}
          value={people}
        />
      </div>
      {draft.quantity > 1 ? (
        <p className="fb-hint">
          {draft.quantity} times the price. The visit takes as long, with{' '}
          {people === 1 ? '1 person' : `${people} people`}.
        </p>
      ) : null}
      {services.length === 0 ? (
        <p className="fb-muted">No active services yet. Add one under Catalogue, then come back.</p>
      ) : null}
      {chosen?.requiresApproval ? (
        <p className="fb-notice fb-notice--warn">
          This service needs approval: the booking waits for it before it is confirmed.
        </p>
      ) : null}
      <QuestionFields
        answers={draft.answers}
        onAnswers={(answers) => onChange({ answers })}
        questions={chosen?.questions ?? []}
      />
    </>
  )
}
