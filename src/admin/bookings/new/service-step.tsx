'use client'
import type { ServiceChoice } from './booking-draft.ts'
import { CountField } from './count-field.tsx'
import { ServiceField } from './service-field.tsx'
import { Step } from './step.tsx'

type ServiceStepProps = {
  services: ServiceChoice[]
  value: string
  quantity: number
  people: number
  onPeople: (people: number) => void
  onChoose: (service: ServiceChoice) => void
  onQuantity: (quantity: number) => void
}

/** Which service, grouped by category, with duration and price. */
export const ServiceStep = (props: ServiceStepProps) => {
  const { services, value, quantity, people, onChoose, onQuantity, onPeople } = props
  const chosen = services.find((service) => service.id === value)
  return (
    <Step number={1} title="Service">
      <div className="fb-service">
        <ServiceField
          hasFocus
          isGrouped
          isRequired
          onChoose={(id) => {
            const found = services.find((service) => service.id === id)
            if (found) onChoose(found)
          }}
          services={services}
          value={value}
        />
        <CountField label="Quantity" max={50} onChange={onQuantity} value={quantity} />
        <CountField
          label="People"
          max={20}
          onChange={(count) => onPeople(Math.min(20, count))}
          value={people}
        />
      </div>
      {quantity > 1 ? (
        <p className="fb-hint">
          {quantity} times the price. The visit takes as long, with{' '}
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
    </Step>
  )
}
