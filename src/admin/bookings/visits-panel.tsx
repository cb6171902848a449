'use client'
import { useState } from 'react'
import { callApi, type Refusal } from '../ui/call-api.ts'
import { RefusalNote } from '../ui/refusal-note.tsx'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { AnswerBar } from './answer-bar.tsx'
import { answerWords } from './answer-words.ts'
import { AssignDialog } from './assign-dialog.tsx'
import type { AnswerVerb, LineView, VisitView } from './booking-view.ts'
import type { PlaceQuery } from './people-query.ts'
import { RescheduleDialog } from './reschedule-dialog.tsx'
import { VisitRow } from './visit-row.tsx'

type VisitsPanelProps = {
  bookingId: string
  lines: LineView[]
  visits: VisitView[]
  currency: string
  showPrices: boolean
  taxWords: string
  mayAnswer: boolean
  place: PlaceQuery
}

export type Staged = Record<string, AnswerVerb>

const verbs: AnswerVerb[] = ['accept', 'decline', 'pend']

/**
 * Services & Appointments: a row per visit. Answers on behalf are chosen for the ticked rows, or
 * for all when none is ticked, and sent with Save (AC-06).
 */
export const VisitsPanel = (props: VisitsPanelProps) => {
  const { bookingId, visits, mayAnswer } = props
  const router = useRouter()
  const [ticked, setTicked] = useState<string[]>([])
  const [staged, setStaged] = useState<Staged>({})
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<Refusal[]>([])
  const [busy, setBusy] = useState(false)
  const [moving, setMoving] = useState<VisitView>()
  const [assigning, setAssigning] = useState<VisitView>()
  const answerable = visits.filter((visit) => visit.answers.length > 0)

  const stage = (verb: AnswerVerb) => {
    const scope = ticked.length > 0 ? ticked : visits.map((visit) => visit.id)
    const open = visits.filter((visit) => scope.includes(visit.id) && visit.answers.includes(verb))
    setStaged((before) => ({ ...before, ...Object.fromEntries(open.map((v) => [v.id, verb])) }))
  }
  const discard = () => {
    setStaged({})
    setReason('')
    setErrors([])
  }
  const save = async () => {
    setBusy(true)
    const refused: Refusal[] = []
    for (const verb of verbs) {
      const ids = Object.keys(staged).filter((id) => staged[id] === verb)
      if (ids.length === 0) continue
      const body = { ids, ...(reason.trim() ? { reason: reason.trim() } : {}) }
      const answer = await callApi(`/api/bookings/${bookingId}/appointments/${verb}`, {
        method: 'POST',
        body,
      })
      if (answer.ok) toast.success(answerWords[verb].said(ids.length))
      else refused.push(...answer.errors)
    }
    setBusy(false)
    discard()
    setErrors(refused)
    setTicked([])
    router.refresh()
  }
  const toggle = (id: string) =>
    setTicked((before) => (before.includes(id) ? before.filter((x) => x !== id) : [...before, id]))

  return (
    <section aria-labelledby="visits-heading" className="fb-card">
      <div className="fb-card__head">
        <h2 id="visits-heading">Services &amp; appointments</h2>
        <span className="fb-muted">
          {visits.length === 1 ? '1 visit' : `${visits.length} visits`}
        </span>
      </div>
      {mayAnswer && answerable.length > 0 ? (
        <AnswerBar
          allTicked={ticked.length === answerable.length}
          busy={busy}
          onDiscard={discard}
          onReason={setReason}
          onSave={() => void save()}
          onStage={stage}
          onTickAll={(on) => setTicked(on ? answerable.map((visit) => visit.id) : [])}
          open={verbs.filter((verb) => answerable.some((visit) => visit.answers.includes(verb)))}
          reason={reason}
          staged={staged}
          ticked={ticked.length}
        />
      ) : null}
      <RefusalNote errors={errors} />
      <ul className="fb-visits">
        {visits.map((visit) => (
          <VisitRow
            currency={props.currency}
            key={visit.id}
            line={props.lines.find((line) => line.id === visit.lineId)}
            onAssign={() => setAssigning(visit)}
            onMove={() => setMoving(visit)}
            onTick={() => toggle(visit.id)}
            showPrice={props.showPrices}
            taxWords={props.taxWords}
            staged={staged[visit.id]}
            tickable={mayAnswer && visit.answers.length > 0}
            ticked={ticked.includes(visit.id)}
            visit={visit}
          />
        ))}
      </ul>
      {visits.length === 0 ? <p className="fb-empty">This booking has no visits.</p> : null}
      {moving?.move ? (
        <RescheduleDialog
          onClose={() => setMoving(undefined)}
          others={0}
          place={props.place}
          target={{ kind: 'appointments', id: moving.id, version: moving.version }}
          verb={moving.move}
          visit={moving}
        />
      ) : null}
      {assigning ? (
        <AssignDialog
          onClose={() => setAssigning(undefined)}
          place={props.place}
          visit={assigning}
        />
      ) : null}
    </section>
  )
}
