'use client'
import { Link, toast } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { VisitDetail, VisitDetailAnswer } from '../../contracts/scheduling/visit-detail.ts'
import { MoveDialog } from '../bookings/page/move-dialog.tsx'
import { isAsking, moveSpecs } from '../bookings/page/moves.ts'
import { callApi, type Refusal } from '../ui/call-api.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Glyph } from '../ui/glyph.tsx'
import { AcceptancePill, ProgressPill, StatusPill } from '../ui/status-pills.tsx'
import { RefusalNote } from '../ui/refusal-note.tsx'
import { sourceWord } from '../ui/source-words.ts'
import { When } from '../ui/when.tsx'
import { momentIn } from '../ui/zoned-time.ts'
import { VisitAnswers } from './visit-answers.tsx'
import { teamWord } from '../ui/team-word.ts'

type Action = VisitDetail['actions'][number]

type VisitDialogProps = {
  id: string
  admin: string
  onClose: () => void
  /** Something was changed here. */
  onChanged: () => void
  /** Buttons of the page around, such as assigning and moving. */
  children?: React.ReactNode
}

const Facts = ({ visit }: { visit: VisitDetail }) => (
  <dl className="fb-visit-facts">
    <div>
      <dt>When</dt>
      <dd>
        <When end={visit.end} start={visit.start} zone={visit.timezone} />
      </dd>
    </div>
    <div>
      <dt>Where</dt>
      <dd>{visit.address ?? visit.place ?? 'No place yet'}</dd>
    </div>
    <div>
      <dt>{teamWord().title}</dt>
      <dd>{visit.fieldworker?.name ?? 'Not assigned'}</dd>
    </div>
    <div>
      <dt>Customer</dt>
      <dd>
        {visit.customer.name}
        {visit.customer.phone ? (
          <a href={`tel:${visit.customer.phone}`}>{visit.customer.phone}</a>
        ) : null}
        {visit.customer.email ? (
          <a href={`mailto:${visit.customer.email}`}>{visit.customer.email}</a>
        ) : null}
      </dd>
    </div>
    {visit.notes ? (
      <div>
        <dt>Notes</dt>
        <dd>{visit.notes}</dd>
      </div>
    ) : null}
    <div>
      <dt>Taken</dt>
      <dd>
        {[visit.createdBy, sourceWord(visit.source), momentIn(visit.createdAt, visit.timezone)]
          .filter(Boolean)
          .join(' · ')}
      </dd>
    </div>
  </dl>
)

/** The details of a visit's booking with the moves that are open to the reader. */
export const VisitDialog = ({ id, admin, onClose, onChanged, children }: VisitDialogProps) => {
  const [visit, setVisit] = useState<VisitDetail>()
  const [errors, setErrors] = useState<Refusal[]>([])
  const [asked, setAsked] = useState<Action>()
  const [isBusy, setBusy] = useState(false)

  useEffect(() => {
    let isCurrent = true
    void callApi<VisitDetailAnswer>(`/api/app/board/visits/${id}`).then((answer) => {
      if (!isCurrent) return
      if (answer.ok) setVisit(answer.data.visit)
      else setErrors(answer.errors)
    })
    return () => {
      isCurrent = false
    }
  }, [id])

  const send = async (action: Action, body: object = {}) => {
    if (!visit) return
    setBusy(true)
    setErrors([])
    const path = `/api/bookings/${visit.booking.id}/${action}`
    const answer = await callApi(path, { method: 'POST', body })
    setBusy(false)
    if (!answer.ok) {
      setErrors(answer.errors)
      return
    }
    toast.success(moveSpecs[action].success)
    onChanged()
    onClose()
  }
  const press = (action: Action) => {
    setErrors([])
    if (isAsking(action, visit?.asksReason ?? [])) setAsked(action)
    else void send(action)
  }

  return (
    <Dialog onClose={onClose} open shape="side" title={visit?.service ?? 'Visit'}>
      <div aria-busy={!visit} className="fb-dialog__body">
        {asked ? null : <RefusalNote errors={errors} />}
        {visit ? (
          <>
            <p className="fb-row">
              <StatusPill status={visit.status} />
              <AcceptancePill acceptance={visit.acceptance} />
              <ProgressPill progress={visit.progress} />
            </p>
            <Facts visit={visit} />
            <VisitAnswers
              onAnswered={() => {
                onChanged()
                onClose()
              }}
              visit={visit}
            />
            <div className="fb-row">
              {children}
              {visit.actions.map((action) => {
                const { label, tone, glyph } = moveSpecs[action]
                return (
                  <button
                    className={`fb-button fb-button--${tone}`}
                    disabled={isBusy}
                    key={action}
                    onClick={() => press(action)}
                    type="button"
                  >
                    <Glyph name={glyph} /> {label}
                  </button>
                )
              })}
            </div>
            <p>
              <Link
                prefetch={false}
                className="fb-link"
                href={`${admin}/collections/bookings/${visit.booking.id}`}
              >
                Open booking {visit.booking.number}
              </Link>
            </p>
            {asked ? (
              <MoveDialog
                busy={isBusy}
                errors={errors}
                move={asked}
                onClose={() => setAsked(undefined)}
                onSend={(body) => void send(asked, body)}
                terms={visit.cancelTerms}
              />
            ) : null}
          </>
        ) : null}
      </div>
    </Dialog>
  )
}
