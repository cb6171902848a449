'use client'
import { useRouter } from 'next/navigation.js'
import { type FormEvent, useState } from 'react'
import { useCommand } from '../../bookings/use-command.ts'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { type CustomerDetails, detailsBody } from './customer-details.ts'

type DetailsFormProps = {
  /** Without one the form adds a customer. */
  id?: string
  value: CustomerDetails
  editable: boolean
  /** Where the customers are in the panel. */
  base: string
}

const fields = [
  { name: 'name', label: 'Name', type: 'text' },
  { name: 'company', label: 'Company', type: 'text' },
  { name: 'phone', label: 'Phone', type: 'tel' },
  { name: 'email', label: 'Email', type: 'email' },
] as const

const idIn = (answer: unknown): string =>
  (answer as { doc?: { id?: string } } | undefined)?.doc?.id ?? ''

/** Name, contact details and notes of a customer, edited where they are read. */
export const DetailsForm = ({ id, value, editable, base }: DetailsFormProps) => {
  const router = useRouter()
  const { run, busy, errors } = useCommand()
  const [draft, setDraft] = useState(value)
  const set = (part: Partial<CustomerDetails>) => setDraft((before) => ({ ...before, ...part }))
  const body = detailsBody(value, draft)
  const isChanged = Object.keys(body).length > 0

  const save = async (event: FormEvent) => {
    event.preventDefault()
    let made = ''
    const done = await run({
      path: id ? `/api/customers/${id}?depth=0` : '/api/customers?depth=0',
      method: id ? 'PATCH' : 'POST',
      body,
      success: (answer) => {
        made = idIn(answer)
        return id ? 'Customer saved.' : 'Customer added.'
      },
    })
    if (done && !id) router.push(`${base}/${made}`)
  }

  return (
    <form aria-labelledby="details-heading" className="fb-card" onSubmit={(e) => void save(e)}>
      <div className="fb-card__head">
        <h2 id="details-heading">Contact details</h2>
        {editable ? (
          <button
            className={`fb-button ${id ? '' : 'fb-button--primary'}`}
            disabled={!isChanged || busy}
            type="submit"
          >
            {id ? 'Save details' : 'Add customer'}
          </button>
        ) : null}
      </div>
      <div className="fb-card__body">
        <RefusalNote errors={errors} />
        <div className="fb-grid-2">
          {fields.map(({ name, label, type }) => (
            <label className="fb-field" key={name}>
              <span>{label}</span>
              <input
                autoComplete="off"
                className="fb-input"
                disabled={!editable}
                onChange={(event) => set({ [name]: event.target.value })}
                required={name === 'name'}
                type={type}
                value={draft[name]}
              />
            </label>
          ))}
        </div>
        <label className="fb-field">
          <span>Notes (office only)</span>
          <textarea
            className="fb-input"
            disabled={!editable}
            onChange={(event) => set({ notes: event.target.value })}
            value={draft.notes}
          />
        </label>
        {id ? (
          <label className="fb-check">
            <input
              checked={draft.isActive}
              disabled={!editable}
              onChange={(event) => set({ isActive: event.target.checked })}
              type="checkbox"
            />
            <span>
              Active
              <span className="fb-hint fb-block">An inactive customer can’t sign in or book.</span>
            </span>
          </label>
        ) : null}
      </div>
    </form>
  )
}
