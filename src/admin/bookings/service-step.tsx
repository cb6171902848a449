'use client'
import type { ServiceChoice } from './booking-draft.ts'
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

/** `1 h 30 min`. */
export const durationWords = (minutes: number): string => {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return [hours ? `${hours} h` : '', rest ? `${rest} min` : ''].filter(Boolean).join(' ')
}

/** Which service, grouped by category, with duration and price. */
export const ServiceStep = (props: ServiceStepProps) => {
  const { services, value, quantity, people, onChoose, onQuantity, onPeople } = props
  const categories = [...new Set(services.map((service) => service.category))]
  const chosen = services.find((service) => service.id === value)
  return (
    <Step number={1} title="Service">
      <div className="fb-service">
        <label className="fb-field">
          <span>Service</span>
          <select
            autoFocus
            className="fb-input"
            onChange={(event) => {
              const found = services.find((service) => service.id === event.target.value)
              if (found) onChoose(found)
            }}
            required
            value={value}
          >
            <option disabled value="">
              Choose a service
            </option>
            {categories.map((category) => (
              <optgroup key={category} label={category}>
                {services
                  .filter((service) => service.category === category)
                  .map((service) => (
                    <option key={service.id} value={service.id}>
                      {service.name} · {durationWords(service.durationMinutes)}
                      {service.price ? ` · ${service.price}` : ''}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        </label>
        <label className="fb-field">
          <span>Quantity</span>
          <input
            className="fb-input"
            max={50}
            min={1}
            onChange={(event) => onQuantity(Math.max(1, Number(event.target.value)))}
            type="number"
            value={quantity}
          />
        </label>
        <label className="fb-field">
          <span>People</span>
          <input
            className="fb-input"
            max={20}
            min={1}
            onChange={(event) =>
              onPeople(Math.min(20, Math.max(1, event.target.valueAsNumber || 1)))
            }
            type="number"
            value={people}
          />
        </label>
      </div>
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
