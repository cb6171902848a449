'use client'
import { useId } from 'react'
import { amountText } from '../../ui/amount.ts'
import type { CancelTerms } from './cancel-terms.ts'
import { type FeeChoice, feeReason, noFee, openFees, otherFee } from './fee-choice.ts'

type FeeFieldsProps = {
  terms: CancelTerms
  choice: FeeChoice
  onChange: (choice: FeeChoice) => void
}

/** What the customer pays for the cancelled booking: by the rule, or otherwise as the role allows. */
export const FeeFields = ({ terms, choice, onChange }: FeeFieldsProps) => {
  const name = useId()
  const { feeDue, mayWaive, mayPrice, currency } = terms
  const option = (pick: string, words: React.ReactNode) => (
    <label className="fb-check" key={pick}>
      <input
        checked={choice.pick === pick}
        name={name}
        onChange={() => onChange({ ...choice, pick })}
        type="radio"
      />
      <span>{words}</span>
    </label>
  )
  const free = feeDue ? 'Don’t charge: waive the fee' : 'Don’t charge'
  return (
    <fieldset className="fb-choices fb-choices--column">
      <legend className="fb-label">Cancellation fee</legend>
      <p className="fb-hint fb-fee-reason">{feeReason(terms)}</p>
      {mayWaive || !feeDue ? option(noFee, free) : null}
      {openFees(terms).map((fee) =>
        option(fee.id, `Charge ${amountText(fee.amount, currency)} – ${fee.name}`),
      )}
      {mayPrice ? option(otherFee, 'Charge another amount') : null}
      {choice.pick === otherFee ? (
        <label className="fb-field">
          <span>Amount in {currency}</span>
          <input
            className="fb-input"
            inputMode="decimal"
            onChange={({ target }) => onChange({ ...choice, amount: target.value })}
            pattern="[0-9]+([.,][0-9]+)?"
            required
            title="An amount such as 40 or 40.50"
            value={choice.amount}
          />
        </label>
      ) : null}
    </fieldset>
  )
}
