'use client'
import { type FormEvent, useState } from 'react'
import { Dialog } from '../../ui/dialog.tsx'
import { ReasonField } from '../../ui/reason-field.tsx'

type AskSeveralProps = {
  title: string
  consequence: string
  asksReason: boolean
  label: string
  tone: 'primary' | 'danger'
  onClose: () => void
  onYes: (body: { reason?: string }) => void
}

/** Asks before something that is hard to take back, for all the ticked bookings at once. */
export const AskSeveral = (props: AskSeveralProps) => {
  const { title, consequence, asksReason, label, tone, onClose, onYes } = props
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onYes(asksReason ? { reason: reason.trim() } : {})
  }
  return (
    <Dialog onClose={onClose} open title={title}>
      <form className="fb-dialog__body" onSubmit={submit}>
        <p>{consequence}</p>
        {asksReason ? <ReasonField onChange={setReason} value={reason} /> : null}
        <div className="fb-row fb-row--end">
          <button className="fb-button" onClick={onClose} type="button">
            Leave as they are
          </button>
          <button className={`fb-button fb-button--${tone}`} type="submit">
            {label}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
