'use client'
import { type FormEvent, useId, useState } from 'react'
import { amountText } from '../../ui/amount.ts'
import type { Refusal } from '../../ui/call-api.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import type { CancelTerms } from './cancel-terms.ts'
import { type MoveName, moveSpecs } from './moves.ts'

type MoveDialogProps = {
  move: MoveName
  terms: CancelTerms
  busy: boolean
  errors: Refusal[]
  onClose: () => void
  onSend: (body: object) => void
}

const feeBody = (choice: string, terms: CancelTerms) => {
  if (terms.feeAmount === 0) return {}
  if (choice === 'charge') return { fee: { amount: terms.feeAmount } }
  return terms.feeDue ? { fee: 'waive' } : {}
}

/** Asks before a move that cannot be taken back: reason, fee, and who will be notified. */
export const MoveDialog = ({ move, terms, busy, errors, onClose, onSend }: MoveDialogProps) => {
  const spec = moveSpecs[move]
  const asks = spec.asks
  const hint = useId()
  const [reason, setReason] = useState('')
  const [comment, setComment] = useState('')
  const [fee, setFee] = useState(terms.feeDue ? 'charge' : 'waive')
  const [channels, setChannels] = useState({ email: true, sms: true })
  if (!asks) return null
  const cancelling = move === 'cancel'
  const nothingPicked = asks.picksChannels === true && !channels.email && !channels.sms
  const required = cancelling ? terms.reasonRequired : asks.reason === 'required'

  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSend({
      ...(reason.trim() ? { reason: reason.trim() } : {}),
      ...(comment.trim() ? { comment: comment.trim() } : {}),
      ...(cancelling ? feeBody(fee, terms) : {}),
      ...(asks.picksChannels ? channels : {}),
    })
  }

  return (
    <Dialog onClose={onClose} open title={asks.title}>
      <form className="fb-dialog__body" onSubmit={submit}>
        <RefusalNote errors={errors} />
        {asks.consequence ? <p>{asks.consequence}</p> : null}
        {cancelling ? (
          <p>
            Open visits are cancelled and their time becomes free.{' '}
            {terms.notified.length > 0
              ? `Notified by message: ${terms.notified.join(', ')}.`
              : 'No one is notified.'}
          </p>
        ) : null}
        {asks.reason === 'none' ? null : (
          <label className="fb-field">
            <span>Reason{required ? '' : ' (optional)'}</span>
            <textarea
              autoFocus
              className="fb-input"
              onChange={(event) => setReason(event.target.value)}
              required={required}
              value={reason}
            />
          </label>
        )}
        {cancelling ? (
          <p className="fb-hint" id={hint}>
            Only the office reads the reason. What the customer is to know goes below.
          </p>
        ) : null}
        {cancelling ? (
          <label className="fb-field">
            <span>Message to the customer (optional)</span>
            <textarea
              aria-describedby={hint}
              className="fb-input"
              onChange={(event) => setComment(event.target.value)}
              value={comment}
            />
          </label>
        ) : null}
        {asks.picksChannels ? (
          <fieldset className="fb-choices">
            <legend className="fb-label">Messages</legend>
            {(['email', 'sms'] as const).map((channel) => (
              <label className="fb-check" key={channel}>
                <input
                  checked={channels[channel]}
                  onChange={({ target }) =>
                    setChannels((before) => ({ ...before, [channel]: target.checked }))
                  }
                  type="checkbox"
                />
                <span>{channel === 'email' ? 'E-mail' : 'SMS'}</span>
              </label>
            ))}
          </fieldset>
        ) : null}
        {cancelling && terms.feeAmount > 0 ? (
          <fieldset className="fb-choices">
            <legend className="fb-label">Cancellation fee</legend>
            {terms.mayWaive || !terms.feeDue ? (
              <label className="fb-check">
                <input
                  checked={fee === 'waive'}
                  name="fee"
                  onChange={() => setFee('waive')}
                  type="radio"
                />
                <span>{terms.feeDue ? 'Waive it' : 'None'}</span>
              </label>
            ) : null}
            <label className="fb-check">
              <input
                checked={fee === 'charge'}
                name="fee"
                onChange={() => setFee('charge')}
                type="radio"
              />
              <span>Charge {amountText(terms.feeAmount, terms.currency)}</span>
            </label>
          </fieldset>
        ) : null}
        <div className="fb-row fb-row--end">
          <button className="fb-button" onClick={onClose} type="button">
            Go back
          </button>
          <button
            className={`fb-button fb-button--${spec.tone}`}
            disabled={busy || nothingPicked}
            type="submit"
          >
            {spec.asks?.sends ?? spec.label.replace('…', '')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
