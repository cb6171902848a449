'use client'
import { toast } from '@payloadcms/ui'
import { useState } from 'react'
import type { VisitDetail } from '../../contracts/scheduling/visit-detail.ts'
import { answerWords } from '../bookings/visits/answer-words.ts'
import { AssignAnyway } from '../bookings/visits/assign-anyway.tsx'
import { overrideIn } from '../bookings/visits/override-in.ts'
import { callApi, type Refusal } from '../ui/call-api.ts'
import { RefusalNote } from '../ui/refusal-note.tsx'

type VisitAnswersProps = {
  visit: Pick<VisitDetail, 'answers' | 'answersFor' | 'id'>
  onAnswered: () => void
}

type Answer = VisitDetail['answers'][number]

/** Accept or decline for the person who has the visit or declined it, without leaving the dialog. */
export const VisitAnswers = ({ visit, onAnswered }: VisitAnswersProps) => {
  const { id, answers, answersFor } = visit
  const [isDeclining, setDeclining] = useState(false)
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<Refusal[]>([])
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Answer>('accept')
  const override = overrideIn(errors)
  if (!answersFor || answers.length === 0) return null

  const send = async (answer: Answer, anyway: object = {}) => {
    setBusy(true)
    const body = { onBehalfOf: answersFor.id, ...(reason && { reason }), ...anyway }
    const found = await callApi(`/api/appointments/${id}/${answer}`, { method: 'POST', body })
    setBusy(false)
    if (!found.ok) {
      setErrors(found.errors)
      setRefused(answer)
      return
    }
    toast.success(answerWords[answer].success(1))
    onAnswered()
  }

  return (
    <section aria-label={`On behalf of ${answersFor.name}`} className="fb-visit-answers">
      <RefusalNote errors={errors} />
      {override ? (
        <AssignAnyway
          isBusy={isBusy}
          label="Answer anyway"
          onAnyway={(why) => void send(refused, { override: true, reason: why })}
          override={override}
        />
      ) : null}
      <div className="fb-row">
        <span className="fb-muted">On behalf of {answersFor.name}:</span>
        {answers.map((answer) => (
          <button
            aria-expanded={answer === 'decline' ? isDeclining : undefined}
            className="fb-button fb-button--small"
            disabled={isBusy}
            key={answer}
            onClick={() => (answer === 'decline' ? setDeclining(!isDeclining) : void send(answer))}
            type="button"
          >
            {answerWords[answer].one}
            {answer === 'decline' ? '…' : ''}
          </button>
        ))}
      </div>
      {isDeclining ? (
        <form
          className="fb-row fb-row--bottom"
          onSubmit={(event) => {
            event.preventDefault()
            void send('decline')
          }}
        >
          <label className="fb-field">
            <span>Reason for declining (optional)</span>
            <input
              className="fb-input"
              onChange={(event) => setReason(event.target.value)}
              value={reason}
            />
          </label>
          <button className="fb-button fb-button--danger" disabled={isBusy} type="submit">
            Decline the visit
          </button>
        </form>
      ) : null}
    </section>
  )
}
