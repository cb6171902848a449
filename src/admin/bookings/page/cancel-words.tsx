'use client'
import { useId } from 'react'

type CancelWordsProps = {
  reason: string
  comment: string
  isReasonRequired: boolean
  onChange: (words: { reason?: string; comment?: string }) => void
}

/** Why a booking is cancelled, once for the office and once for the customer. */
export const CancelWords = ({ reason, comment, isReasonRequired, onChange }: CancelWordsProps) => {
  const hint = useId()
  return (
    <>
      <label className="fb-field">
        <span>Reason (office only{isReasonRequired ? '' : ', optional'})</span>
        <textarea
          data-autofocus
          className="fb-input"
          onChange={(event) => onChange({ reason: event.target.value })}
          required={isReasonRequired}
          value={reason}
        />
      </label>
      <label className="fb-field">
        <span>Message to customer (optional)</span>
        <textarea
          aria-describedby={hint}
          className="fb-input"
          onChange={(event) => onChange({ comment: event.target.value })}
          value={comment}
        />
      </label>
      <p className="fb-hint" id={hint}>
        The message is part of the cancellation email. The customer never sees the reason.
      </p>
    </>
  )
}
