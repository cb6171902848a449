'use client'
import { isLive } from '../../../domain/bookings/states.ts'
import { useState } from 'react'
import { callApi, type Refusal } from '../../ui/call-api.ts'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { AnswerBar } from '../visits/answer-bar.tsx'
import { answerWords } from '../visits/answer-words.ts'
import { AssignAnyway } from '../visits/assign-anyway.tsx'
import { overrideIn } from '../visits/override-in.ts'
import { AssignDialog } from '../visits/assign-dialog.tsx'
import { type Addition, AddVisitDialog } from '../visits/add-visit-dialog.tsx'
import type { ServiceChoice } from '../new/booking-draft.ts'
import type { AnswerVerb, LineView, VisitView } from './booking-view.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { EditLineDialog, type LineRights } from './edit-line-dialog.tsx'
import { LineHead } from './line-head.tsx'
import { type Removal, RemoveDialog } from './remove-dialog.tsx'
import { removalOfLine, removalOfVisit } from './removals.ts'
import type { PlaceQuery } from '../new/people-query.ts'
import { RescheduleDialog } from '../visits/reschedule-dialog.tsx'
import { VisitRow } from './visit-row.tsx'
import type { Staged } from '../visits/staged.ts'

type VisitsPanelProps = {
  bookingId: string
  lines: LineView[]
  visits: VisitView[]
  currency: string
  showPrices: boolean
  /** What the reader may change of the lines. */
  lineRights: LineRights
  taxWords: string
  mayAnswer: boolean
  place: PlaceQuery
  zone: string
  /** What adding needs; undefined where the booking is closed or the role does not edit. */
  adds: { version: number; services: ServiceChoice[]; mayAssign: boolean } | undefined
}

/** Services with their visits, in the order of their first visit; those without one come last. */
const groupsOf = (lines: LineView[], visits: VisitView[]) =>
  lines
    .map((line) => ({ line, visits: visits.filter(({ lineId }) => lineId === line.id) }))
    .toSorted((a, b) => firstStart(a.visits) - firstStart(b.visits))

const firstStart = ([visit]: VisitView[]) => (visit ? Date.parse(visit.start) : Infinity)

/** None of its visits has begun, and the booking has others. */
const mayRemove = (own: VisitView[], all: VisitView[]) =>
  own.filter(isLive).every(({ progress }) => progress === 'not_started') &&
  all.some((visit) => isLive(visit) && !own.includes(visit))

const verbs: AnswerVerb[] = ['accept', 'decline', 'pend']

/**
 * Services & Appointments: a row per visit. Answers on behalf are chosen for the ticked rows, or
 * for all when none is ticked, and sent with Save.
 */
export const VisitsPanel = (props: VisitsPanelProps) => {
  const { bookingId, visits, mayAnswer, adds } = props
  const router = useRouter()
  const [ticked, setTicked] = useState<string[]>([])
  const [staged, setStaged] = useState<Staged>({})
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<Refusal[]>([])
  const [busy, setBusy] = useState(false)
  const [blocked, setBlocked] = useState<{ verb: AnswerVerb; ids: string[] }>()
  const override = overrideIn(errors)
  const [moving, setMoving] = useState<VisitView>()
  const [assigning, setAssigning] = useState<VisitView>()
  const [adding, setAdding] = useState<Addition>()
  const [removing, setRemoving] = useState<Removal>()
  const [editing, setEditing] = useState<LineView>()
  const mayEdit = props.lineRights.quantity || props.lineRights.price
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
      if (answer.ok) toast.success(answerWords[verb].success(ids.length))
      else {
        refused.push(...answer.errors)
        if (overrideIn(answer.errors)) setBlocked({ verb, ids })
      }
    }
    setBusy(false)
    discard()
    setErrors(refused)
    setTicked([])
    router.refresh()
  }
  const answerAnyway = async (why: string) => {
    if (!blocked) return
    const { verb, ids } = blocked
    const body = { ids, reason: why, override: true }
    const path = `/api/bookings/${bookingId}/appointments/${verb}`
    setBusy(true)
    const answer = await callApi(path, { method: 'POST', body })
    setBusy(false)
    setErrors(answer.ok ? [] : answer.errors)
    if (!answer.ok) return
    setBlocked(undefined)
    toast.success(answerWords[verb].success(ids.length))
    router.refresh()
  }
  const toggle = (id: string) =>
    setTicked((before) => (before.includes(id) ? before.filter((x) => x !== id) : [...before, id]))

  return (
    <section aria-labelledby="visits-heading" className="fb-card">
      <div className="fb-card__head">
        <h2 id="visits-heading">Services &amp; appointments</h2>
        <span className="fb-row">
          <span className="fb-muted">
            {visits.length === 1 ? '1 visit' : `${visits.length} visits`}
          </span>
          {adds ? (
            <button
              className="fb-button fb-button--small"
              onClick={() => setAdding({ kind: 'service' })}
              type="button"
            >
              <Glyph name="plus" /> Add a service
            </button>
          ) : null}
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
      {blocked && override ? (
        <AssignAnyway
          isBusy={busy}
          label="Answer anyway"
          onAnyway={(why) => void answerAnyway(why)}
          override={override}
        />
      ) : null}
      {groupsOf(props.lines, visits).map(({ line, visits: own }) => (
        <div className="fb-linegroup" key={line.id}>
          <LineHead
            currency={props.currency}
            line={line}
            onAdd={adds ? () => setAdding({ kind: 'visit', line }) : undefined}
            onEdit={mayEdit ? () => setEditing(line) : undefined}
            onRemove={
              adds && mayRemove(own, visits)
                ? () => setRemoving(removalOfLine(bookingId, line))
                : undefined
            }
            showPrice={props.showPrices}
            taxWords={props.taxWords}
            visits={own.length}
          />
          <ul className="fb-visits">
            {own.map((visit) => (
              <VisitRow
                key={visit.id}
                onCancel={() => setRemoving(removalOfVisit(visit))}
                onCrew={
                  adds && line.quantity > 0
                    ? () => setAdding({ kind: 'crew', line, beside: visit })
                    : undefined
                }
                onAssign={() => setAssigning(visit)}
                onMove={() => setMoving(visit)}
                onTick={() => toggle(visit.id)}
                staged={staged[visit.id]}
                tickable={mayAnswer && visit.answers.length > 0}
                ticked={ticked.includes(visit.id)}
                visit={visit}
              />
            ))}
          </ul>
        </div>
      ))}
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
      {adding && adds ? (
        <AddVisitDialog
          {...adds}
          addition={adding}
          bookingId={bookingId}
          near={visits.find(isLive)?.start}
          onClose={() => setAdding(undefined)}
          place={props.place}
          zone={props.zone}
        />
      ) : null}
      {editing ? (
        <EditLineDialog
          currency={props.currency}
          line={editing}
          onClose={() => setEditing(undefined)}
          rights={props.lineRights}
        />
      ) : null}
      {removing ? <RemoveDialog onClose={() => setRemoving(undefined)} removal={removing} /> : null}
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
