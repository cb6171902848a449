'use client'
import { type FormEvent, useState } from 'react'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import type { ServiceChoices } from './load-service.ts'
import { BasicsCard } from './basics-card.tsx'
import { BookingRulesCard } from './booking-rules-card.tsx'
import { QuestionsCard } from './questions-card.tsx'
import type { ServiceDraft } from './service-draft.ts'
import { StaffCard } from './staff-card.tsx'
import { useServiceSave } from './use-service-save.ts'

type ServiceFormProps = {
  /** Without one the form adds a service. */
  id?: string
  value: ServiceDraft
  choices: ServiceChoices
  currency: string
  base: string
  editable: boolean
  mayStaff: boolean
}

/** Everything about a service on one page: what, how long, how much, who, and how it is booked. */
export const ServiceForm = (props: ServiceFormProps) => {
  const { id, value, choices, currency, base, editable, mayStaff } = props
  const [draft, setDraft] = useState(value)
  const { save, busy, errors } = useServiceSave({ id, people: choices.people, currency, base })
  const set = (part: Partial<ServiceDraft>) => setDraft((before) => ({ ...before, ...part }))
  const isChanged = JSON.stringify(draft) !== JSON.stringify(value)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save(draft)
  }
  return (
    <form onSubmit={submit}>
      <fieldset className="fb-plain fb-booking__grid" disabled={!editable || busy}>
        <div className="fb-booking__main">
          <BasicsCard
            categories={choices.categories}
            currency={currency}
            draft={draft}
            isNew={!id}
            set={set}
          />
          <BookingRulesCard choices={choices} draft={draft} set={set} />
          <QuestionsCard draft={draft} set={set} />
        </div>
        <div className="fb-side">
          <StaffCard
            draft={draft}
            editable={mayStaff}
            people={choices.people}
            set={set}
            skills={choices.skills}
          />
          <RefusalNote errors={errors} />
          {editable ? (
            <button
              className="fb-button fb-button--primary fb-button--wide"
              disabled={busy || !isChanged}
              type="submit"
            >
              {id ? 'Save service' : 'Add service'}
            </button>
          ) : null}
        </div>
      </fieldset>
    </form>
  )
}
