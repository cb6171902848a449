'use client'
import { answerWords } from './answer-words.ts'
import type { AnswerVerb } from '../page/booking-view.ts'
import type { Staged } from './staged.ts'

type AnswerBarProps = {
  /** Verbs that at least one row allows. */
  open: AnswerVerb[]
  ticked: number
  allTicked: boolean
  staged: Staged
  reason: string
  busy: boolean
  onTickAll: (on: boolean) => void
  onStage: (verb: AnswerVerb) => void
  onReason: (reason: string) => void
  onSave: () => void
  onDiscard: () => void
}

/** The controls over the visit rows: choose answers on behalf, then Save or discard. */
export const AnswerBar = (props: AnswerBarProps) => {
  const { open, ticked, allTicked, staged, reason, busy } = props
  const count = Object.keys(staged).length
  const declining = Object.values(staged).includes('decline')
  return (
    <div className="fb-answers">
      <div className="fb-row">
        <label className="fb-check">
          <input
            checked={allTicked}
            onChange={(event) => props.onTickAll(event.target.checked)}
            type="checkbox"
          />
          <span>{ticked > 0 ? `${ticked} selected` : 'Select all'}</span>
        </label>
        <span className="fb-muted">On behalf:</span>
        {open.map((verb) => (
          <button
            className="fb-button fb-button--small"
            disabled={busy}
            key={verb}
            onClick={() => props.onStage(verb)}
            type="button"
          >
            {ticked > 0 ? answerWords[verb].one : answerWords[verb].all}
          </button>
        ))}
      </div>
      <div aria-live="polite">
        {count > 0 ? (
          <div className="fb-answers__save">
            <span>{count === 1 ? '1 answer not saved yet' : `${count} answers not saved yet`}</span>
            {declining ? (
              <input
                aria-label="Reason for declining (optional)"
                className="fb-input"
                onChange={(event) => props.onReason(event.target.value)}
                placeholder="Reason for declining (optional)"
                value={reason}
              />
            ) : null}
            <button
              className="fb-button fb-button--primary"
              disabled={busy}
              onClick={props.onSave}
              type="button"
            >
              Save
            </button>
            <button className="fb-ghost" disabled={busy} onClick={props.onDiscard} type="button">
              Discard
            </button>
          </div>
        ) : null}
      </div>
    </div>
  )
}
