'use client'
import { type FormEvent, useState } from 'react'
import { Dialog } from '../../ui/dialog.tsx'
import { CancelWords } from '../page/cancel-words.tsx'
import { teamWord } from '../../ui/team-word.ts'

/** What may be said about all of them at once. */
export type SeveralTerms = {
  mayWaive: boolean
  isReasonRequired: boolean
  /** The settings' fees; `price` in words, since a share differs from booking to booking. */
  fees: { id: string; name: string; price: string }[]
}

type CancelSeveralProps = {
  title: string
  terms: SeveralTerms
  onClose: () => void
  onYes: (body: object) => void
}

const byRule = 'rule'
const noFee = 'none'

const feeOf = (pick: string): object => {
  if (pick === byRule) return {}
  return { fee: pick === noFee ? 'waive' : { listed: pick } }
}

/** Asks once for all the ticked bookings: reason, message and fee. */
export const CancelSeveral = ({ title, terms, onClose, onYes }: CancelSeveralProps) => {
  const [words, setWords] = useState({ reason: '', comment: '' })
  const [pick, setPick] = useState(byRule)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const [reason, comment] = [words.reason.trim(), words.comment.trim()]
    onYes({ ...(reason && { reason }), ...(comment && { comment }), ...feeOf(pick) })
  }
  const choices = [
    { id: byRule, words: 'By the rules: charged where the notice is too short' },
    ...(terms.mayWaive ? [{ id: noFee, words: 'Don’t charge any of them' }] : []),
    ...terms.fees.map(({ id, name, price }) => ({ id, words: `Charge ${price} – ${name}` })),
  ]
  return (
    <Dialog onClose={onClose} open title={title}>
      <form className="fb-dialog__body" onSubmit={submit}>
        <p>Each is cancelled separately, and we’ll notify customers and {teamWord().many}.</p>
        <CancelWords
          {...words}
          isReasonRequired={terms.isReasonRequired}
          onChange={(part) => setWords((before) => ({ ...before, ...part }))}
        />
        <fieldset className="fb-choices fb-choices--column">
          <legend className="fb-label">Cancellation fee</legend>
          {choices.map((choice) => (
            <label className="fb-check" key={choice.id}>
              <input
                checked={pick === choice.id}
                name="fee"
                onChange={() => setPick(choice.id)}
                type="radio"
              />
              <span>{choice.words}</span>
            </label>
          ))}
        </fieldset>
        <div className="fb-row fb-row--end">
          <button className="fb-button" onClick={onClose} type="button">
            Leave as they are
          </button>
          <button className="fb-button fb-button--danger" type="submit">
            Cancel bookings
          </button>
        </div>
      </form>
    </Dialog>
  )
}
