'use client'
import { toast } from '@payloadcms/ui'
import { type FormEvent, useState } from 'react'
import type { TimeOffVisitsAnswer, VisitHit } from '../../../contracts/scheduling/time-off.ts'
import { callApi, type Refusal } from '../../ui/call-api.ts'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import { type Away, edgesOf, isComplete, type TimeOffDraft } from './time-off-draft.ts'
import { TimeOffFields } from './time-off-fields.tsx'
import { VisitsHit } from './visits-hit.tsx'

type TimeOffFormProps = {
  admin: string
  /** Empty for a new one. */
  id: string
  initial: TimeOffDraft
  choices: readonly Away[]
  mayEdit: boolean
  maySeeVisits: boolean
  /** Called once it is stored, with the visits that somebody else has to take. */
  onSaved: (visits: VisitHit[]) => void
  onCancel?: () => void
}

const whoOf = (away: Away) => ({
  fieldworker: away.type === 'fieldworker' ? away.id : null,
  location: away.type === 'location' ? away.id : null,
})

/** Enters time off and says at once which visits it hits. */
export const TimeOffForm = (props: TimeOffFormProps) => {
  const { admin, id, initial, choices, mayEdit, maySeeVisits, onSaved, onCancel } = props
  const [draft, setDraft] = useState(initial)
  const [busy, setBusy] = useState(false)
  const [errors, setErrors] = useState<Refusal[]>([])
  const away = choices.find((one) => one.id === draft.away)
  const edges = edgesOf(draft)
  const isAsked = maySeeVisits && away && isComplete(draft)
  const query = isAsked ? new URLSearchParams({ [away.type]: away.id, ...edges }) : undefined
  const { answer } = useAnswer<TimeOffVisitsAnswer>(
    query && `/api/app/time-off/visits?${query.toString()}`,
  )

  const save = async (event: FormEvent) => {
    event.preventDefault()
    // The form of a dialog that React draws within another form must not send that one as well.
    event.stopPropagation()
    if (!away) return
    setBusy(true)
    setErrors([])
    const body = { ...whoOf(away), kind: draft.kind, note: draft.note || null, ...edges }
    const path = id ? `/api/unavailabilities/${id}` : '/api/unavailabilities'
    const saved = await callApi(path, { method: id ? 'PATCH' : 'POST', body })
    setBusy(false)
    if (!saved.ok) return setErrors(saved.errors)
    toast.success(id ? 'Saved.' : `Time off for ${away.name} is entered.`)
    onSaved(answer?.visits ?? [])
  }

  return (
    <form className="fb-dialog__body" onSubmit={(event) => void save(event)}>
      <RefusalNote errors={errors} />
      <TimeOffFields choices={choices} draft={draft} isDisabled={!mayEdit} onChange={setDraft} />
      <div aria-live="polite">
        {answer ? <VisitsHit admin={admin} hasLinks={Boolean(id)} visits={answer.visits} /> : null}
      </div>
      {mayEdit ? (
        <div className="fb-row fb-row--end">
          {onCancel ? (
            <button className="fb-button" onClick={onCancel} type="button">
              Cancel
            </button>
          ) : null}
          <button
            className="fb-button fb-button--primary"
            disabled={busy || !isComplete(draft)}
            type="submit"
          >
            {id ? 'Save changes' : 'Save time off'}
          </button>
        </div>
      ) : null}
    </form>
  )
}
