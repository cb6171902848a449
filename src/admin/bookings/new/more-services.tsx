'use client'
import { Glyph } from '../../ui/glyph.tsx'
import { momentIn } from '../../ui/zoned-time.ts'
import type { DraftMore, ServiceChoice } from './booking-draft.ts'
import { CountField } from './count-field.tsx'
import { FreeTimes } from './free-times.tsx'
import type { PlaceQuery } from './people-query.ts'
import { QuestionFields } from './question-fields.tsx'
import { ServiceField } from './service-field.tsx'

type MoreServicesProps = {
  services: ServiceChoice[]
  value: DraftMore[]
  place: PlaceQuery | undefined
  zone: string
  /** When the booking begins. */
  near: string | undefined
  onChange: (more: DraftMore[]) => void
}

/** Further services of the booking: right after the one before, or at another time. */
export const MoreServices = ({
  services,
  value,
  place,
  zone,
  near,
  onChange,
}: MoreServicesProps) => {
  const change = (key: string, part: Partial<DraftMore>) =>
    onChange(value.map((one) => (one.key === key ? { ...one, ...part } : one)))
  const add = () =>
    onChange([
      ...value,
      { key: crypto.randomUUID(), service: '', quantity: 1, start: '', answers: {} },
    ])

  return (
    <div className="fb-furthers">
      {value.map((one, at) => (
        <div
          aria-label={`Further service ${at + 1}`}
          className="fb-further"
          key={one.key}
          role="group"
        >
          <div className="fb-service">
            <ServiceField
              onChoose={(service) => change(one.key, { service, start: '', answers: {} })}
              services={services}
              value={one.service}
            />
            <CountField
              label="Quantity"
              max={50}
              onChange={(quantity) => change(one.key, { quantity })}
              value={one.quantity}
            />
            <button
              aria-label={`Remove further service ${at + 1}`}
              className="fb-ghost"
              onClick={() => onChange(value.filter(({ key }) => key !== one.key))}
              type="button"
            >
              <Glyph name="cross" /> Remove
            </button>
          </div>
          <p className="fb-hint">
            {one.start
              ? `On ${momentIn(one.start, zone)}, a visit of its own.`
              : 'In the same visit: right after the service before it, by the same person if they can do it.'}{' '}
            {one.start ? (
              <button
                className="fb-link"
                onClick={() => change(one.key, { start: '' })}
                type="button"
              >
                Do it in the same visit
              </button>
            ) : null}
          </p>
          <QuestionFields
            answers={one.answers}
            onAnswers={(answers) => change(one.key, { answers })}
            questions={services.find(({ id }) => id === one.service)?.questions ?? []}
          />
          {one.service && place ? (
            <details className="fb-details">
              <summary>At another time</summary>
              <FreeTimes
                alternatives={[]}
                near={near}
                onChoose={(start) => change(one.key, { start })}
                place={place}
                service={one.service}
                start={one.start}
                zone={zone}
              />
            </details>
          ) : null}
        </div>
      ))}
      <button className="fb-button fb-further__add" onClick={add} type="button">
        <Glyph name="plus" /> Add another service
      </button>
    </div>
  )
}
