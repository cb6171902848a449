'use client'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { type FormEvent, useState } from 'react'
import { callApi, type Refusal } from '../../ui/call-api.ts'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { type ContactDetails, contactChanges } from './details-changes.ts'

type ContactFormProps = {
  booking: string
  version: number
  /** Its account, where there is one. */
  customer: string | undefined
  value: ContactDetails
  editable: boolean
  mayEditAccount: boolean
}

type Changes = ReturnType<typeof contactChanges>

const fields = [
  { name: 'name', label: 'Name', type: 'text' },
  { name: 'phone', label: 'Phone', type: 'tel' },
  { name: 'email', label: 'Email', type: 'email' },
] as const

/** Asks whether the customer's account changes as this booking did. */
const AccountOffer = (props: { busy: boolean; onAccept: () => void; onDecline: () => void }) => (
  <div className="fb-notice" role="status">
    <p>Only this booking has the new contact details. Change the customer’s account as well?</p>
    <div className="fb-row">
      <button className="fb-button" disabled={props.busy} onClick={props.onAccept} type="button">
        Change the account too
      </button>
      <button className="fb-ghost" onClick={props.onDecline} type="button">
        This booking only
      </button>
    </div>
  </div>
)

/** The contact details of one booking, and the offer to change the account too. */
export const ContactForm = (props: ContactFormProps) => {
  const { booking, version, customer, value, editable, mayEditAccount } = props
  const router = useRouter()
  const [draft, setDraft] = useState(value)
  const [offered, setOffered] = useState<Changes | null>(null)
  const [errors, setErrors] = useState<Refusal[]>([])
  const [busy, setBusy] = useState(false)
  const changes = contactChanges(value, draft)
  const isChanged = Object.keys(changes).length > 0

  const patch = async (path: string, body: object, success: string) => {
    setBusy(true)
    setErrors([])
    const answer = await callApi(path, { method: 'PATCH', body })
    setBusy(false)
    if (!answer.ok) setErrors(answer.errors)
    else toast.success(success)
    return answer.ok
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const body = { customerSnapshot: changes, version }
    const isSaved = await patch(`/api/bookings/${booking}?depth=0`, body, 'Contact details saved.')
    if (!isSaved) return
    if (mayEditAccount && customer) setOffered(changes)
    router.refresh()
  }
  const changeAccount = async () => {
    const path = `/api/customers/${customer ?? ''}?depth=0`
    if (!(await patch(path, offered ?? {}, 'The account has the new details too.'))) return
    setOffered(null)
    router.refresh()
  }

  return (
    <form aria-labelledby="contact-heading" className="fb-card" onSubmit={(e) => void save(e)}>
      <div className="fb-card__head">
        <h2 id="contact-heading">Contact for this booking</h2>
        {editable ? (
          <button className="fb-button" disabled={!isChanged || busy} type="submit">
            Save contact
          </button>
        ) : null}
      </div>
      <div className="fb-card__body">
        <RefusalNote errors={errors} />
        {offered ? (
          <AccountOffer
            busy={busy}
            onAccept={() => void changeAccount()}
            onDecline={() => setOffered(null)}
          />
        ) : null}
        <div className="fb-grid-2">
          {fields.map(({ name, label, type }) => (
            <label className="fb-field" key={name}>
              <span>{label}</span>
              <input
                className="fb-input"
                disabled={!editable}
                onChange={(event) => {
                  const typed = event.target.value
                  setDraft((before) => ({ ...before, [name]: typed }))
                }}
                required={name === 'name'}
                type={type}
                value={draft[name]}
              />
            </label>
          ))}
        </div>
        <p className="fb-hint">Messages about this booking go here.</p>
      </div>
    </form>
  )
}
