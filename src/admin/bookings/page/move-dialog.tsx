'use client'
import { type FormEvent, useState } from 'react'
import type { Refusal } from '../../ui/call-api.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { minorOf } from '../../ui/minor-of.ts'
import { ReasonField } from '../../ui/reason-field.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import type { CancelTerms } from './cancel-terms.ts'
import { CancelWords } from './cancel-words.tsx'
import { ChannelFields } from './channel-fields.tsx'
import { feeBody, firstChoice } from './fee-choice.ts'
import { FeeFields } from './fee-fields.tsx'
import { type MoveName, moveSpecs } from './moves.ts'

type MoveDialogProps = {
  move: MoveName
  terms: CancelTerms
  busy: boolean
  errors: Refusal[]
  onClose: () => void
  onSend: (body: object) => void
}

/** What is typed, where it is typed. */
const said = (words: Record<string, string>): object =>
  Object.fromEntries(
    Object.entries(words).flatMap(([key, text]) => (text.trim() ? [[key, text.trim()]] : [])),
  )

/** Asks before a move that cannot be taken back: reason, fee, and who will be notified. */
export const MoveDialog = ({ move, terms, busy, errors, onClose, onSend }: MoveDialogProps) => {
  const spec = moveSpecs[move]
  const asks = spec.asks
  const [words, setWords] = useState({ reason: '', comment: '' })
  const [fee, setFee] = useState(firstChoice(terms))
  const [channels, setChannels] = useState({ email: true, sms: true })
  if (!asks) return null
  const cancelling = move === 'cancel'
  const nothingPicked = asks.picksChannels === true && !channels.email && !channels.sms

  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSend({
      ...said(words),
      ...(cancelling ? feeBody(fee, terms, (text) => minorOf(text, terms.currency)) : {}),
      ...(asks.picksChannels ? channels : {}),
    })
  }

  return (
    <Dialog onClose={onClose} open title={asks.title}>
      <form className="fb-dialog__body" onSubmit={submit}>
        <RefusalNote errors={errors} />
        {asks.consequence ? <p>{asks.consequence}</p> : null}
        {cancelling ? (
          <>
            <p>
              Open visits are cancelled and their time becomes free.{' '}
              {terms.notified.length > 0
                ? `Notified by message: ${terms.notified.join(', ')}.`
                : 'No one is notified.'}
            </p>
            <CancelWords
              {...words}
              isReasonRequired={terms.reasonRequired}
              onChange={(part) => setWords((before) => ({ ...before, ...part }))}
            />
            <FeeFields choice={fee} onChange={setFee} terms={terms} />
          </>
        ) : null}
        {cancelling || asks.reason === 'none' ? null : (
          <ReasonField
            onChange={(reason) => setWords((before) => ({ ...before, reason }))}
            optional={asks.reason === 'optional'}
            value={words.reason}
          />
        )}
        {asks.picksChannels ? <ChannelFields onChange={setChannels} value={channels} /> : null}
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
