'use client'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { callApi, type Refusal } from '../../ui/call-api.ts'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import type { Named } from './booking-view.ts'
import { DetailChoice } from './detail-choice.tsx'
import { changesOf, type DetailsValue, differencesOf } from './details-changes.ts'

type DetailsFormProps = {
  id: string
  version: number
  value: DetailsValue
  editable: boolean
  /** What is edited beside the form, by commands of its own. */
  children?: ReactNode
  choices: { contacts: Named[]; addresses: Named[]; owners: Named[]; labels: Named[] }
}

/** The editable details of a booking; what others changed meanwhile is shown, not overwritten. */
export const DetailsForm = (props: DetailsFormProps) => {
  const { id, version, value, editable, choices, children } = props
  const form = useId()
  const router = useRouter()
  const [draft, setDraft] = useState(value)
  const [errors, setErrors] = useState<Refusal[]>([])
  const [busy, setBusy] = useState(false)
  const changes = changesOf(value, draft)
  const dirty = Object.keys(changes).length > 0
  const set = (part: Partial<DetailsValue>) => setDraft((before) => ({ ...before, ...part }))
  const differences = differencesOf(errors)

  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setErrors([])
    const body = { ...changes, version }
    const answer = await callApi(`/api/bookings/${id}?depth=0`, { method: 'PATCH', body })
    setBusy(false)
    if (!answer.ok) {
      setErrors(answer.errors)
      return
    }
    toast.success('Details saved.')
    router.refresh()
  }
  const toggleLabel = (label: string) =>
    set({
      labels: draft.labels.includes(label)
        ? draft.labels.filter((known) => known !== label)
        : [...draft.labels, label],
    })

  return (
    <section aria-labelledby="details-heading" className="fb-card">
      <div className="fb-card__head">
        <h2 id="details-heading">Details</h2>
        {editable ? (
          <button
            className="fb-button fb-button--primary"
            disabled={!dirty || busy}
            form={form}
            type="submit"
          >
            Save details
          </button>
        ) : null}
      </div>
      {children ? <div className="fb-card__body">{children}</div> : null}
      <form
        aria-labelledby="details-heading"
        className="fb-card__body"
        id={form}
        onSubmit={(event) => void save(event)}
      >
        <RefusalNote errors={errors} />
        {differences.length > 0 ? (
          <dl className="fb-differences">
            {differences.map((difference) => (
              <div key={String(difference.field)}>
                <dt>{String(difference.field)}</dt>
                <dd>
                  Saved by someone else: {String(difference.theirs ?? difference.current ?? '—')}
                </dd>
                <dd>Yours: {String(difference.yours ?? '—')}</dd>
              </div>
            ))}
          </dl>
        ) : null}
        <label className="fb-field">
          <span>Notes for the office</span>
          <textarea
            className="fb-input"
            disabled={!editable}
            onChange={(event) => set({ internal: event.target.value })}
            value={draft.internal}
          />
        </label>
        <label className="fb-field">
          <span>Notes from and for the customer</span>
          <textarea
            className="fb-input"
            disabled={!editable}
            onChange={(event) => set({ customer: event.target.value })}
            value={draft.customer}
          />
        </label>
        <div className="fb-grid-2">
          <DetailChoice
            choices={choices.contacts}
            disabled={!editable}
            label="Contact on site"
            none="The customer"
            onChange={(contact) => set({ contact })}
            value={draft.contact}
          />
          {choices.addresses.length > 0 ? (
            <DetailChoice
              choices={choices.addresses}
              disabled={!editable}
              label="Address"
              none="None"
              onChange={(address) => set({ address })}
              value={draft.address}
            />
          ) : null}
          <DetailChoice
            choices={choices.owners}
            disabled={!editable}
            label="Owner"
            none="Nobody"
            onChange={(owner) => set({ owner })}
            value={draft.owner}
          />
        </div>
        {choices.labels.length > 0 ? (
          <fieldset className="fb-choices">
            <legend className="fb-label">Labels</legend>
            {choices.labels.map(({ id: label, name }) => (
              <label className="fb-check" key={label}>
                <input
                  checked={draft.labels.includes(label)}
                  disabled={!editable}
                  onChange={() => toggleLabel(label)}
                  type="checkbox"
                />
                <span>{name}</span>
              </label>
            ))}
          </fieldset>
        ) : null}
      </form>
    </section>
  )
}
