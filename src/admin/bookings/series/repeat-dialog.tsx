'use client'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useRef, useState } from 'react'
import type { SeriesPreview } from '../../../contracts/scheduling/series.ts'
import { callApi, type Refusal } from '../../ui/call-api.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { RepeatPreview, type Resolutions } from './repeat-preview.tsx'
import { RepeatRuleFields, type RuleDraft, ruleOf } from './repeat-rule-fields.tsx'

type RepeatDialogProps = { booking: string; onClose: () => void }

const start: RuleDraft = { unit: 'week', every: 1, byDay: [], end: 'count', count: 6, until: '' }

const resolved = (resolutions: Resolutions) =>
  Object.entries(resolutions).flatMap(([index, { action, start: at }]) =>
    action ? [{ index: Number(index), action, ...(action === 'move' && at && { start: at }) }] : [],
  )

/** Repeats a booking: the rule, then every occurrence with what is in its way, then all at once. */
export const RepeatDialog = ({ booking, onClose }: RepeatDialogProps) => {
  const router = useRouter()
  const key = useRef(crypto.randomUUID())
  const [rule, setRule] = useState(start)
  const [keepsPeople, setKeepsPeople] = useState(true)
  const [seen, setSeen] = useState<SeriesPreview>()
  const [resolutions, setResolutions] = useState<Resolutions>({})
  const [errors, setErrors] = useState<Refusal[]>([])
  const [busy, setBusy] = useState(false)
  const body = { booking, rule: ruleOf(rule), keepsPeople }
  const open = (seen?.occurrences ?? []).filter(
    ({ index, conflict }) => conflict && !resolutions[index]?.action,
  )

  const send = async <Answer,>(path: string, data: object): Promise<Answer | undefined> => {
    setBusy(true)
    setErrors([])
    const answer = await callApi<Answer>(path, { method: 'POST', body: data, key: key.current })
    setBusy(false)
    key.current = crypto.randomUUID()
    if (answer.ok) return answer.data
    setErrors(answer.errors)
    return undefined
  }
  const change = (next: RuleDraft) => {
    setRule(next)
    setSeen(undefined)
    setResolutions({})
  }
  const look = async () => {
    const found = await send<SeriesPreview>('/api/app/series/preview', body)
    if (found) setSeen(found)
  }
  const save = async () => {
    const data = { ...body, resolutions: resolved(resolutions) }
    const made = await send<{ bookings: unknown[] }>('/api/app/series', data)
    if (!made) return
    toast.success(`${made.bookings.length} more bookings made.`)
    onClose()
    router.refresh()
  }

  return (
    <Dialog onClose={onClose} open shape="side" title="Repeat this booking">
      <div className="fb-dialog__body">
        <RefusalNote errors={errors} />
        <RepeatRuleFields onChange={change} value={rule} />
        <label className="fb-check">
          <input
            checked={keepsPeople}
            onChange={(event) => {
              setKeepsPeople(event.target.checked)
              setSeen(undefined)
            }}
            type="checkbox"
          />
          <span>The same people each time</span>
        </label>
        {seen ? (
          <RepeatPreview onChange={setResolutions} seen={seen} value={resolutions} />
        ) : (
          <p className="fb-muted">Preview the dates first.</p>
        )}
        <div className="fb-row fb-row--end">
          <button className="fb-button" disabled={busy} onClick={() => void look()} type="button">
            Show the dates
          </button>
          <button
            className="fb-button fb-button--primary"
            disabled={busy || !seen || open.length > 0}
            onClick={() => void save()}
            type="button"
          >
            {open.length > 0
              ? `${open.length} ${open.length === 1 ? 'conflict' : 'conflicts'} to resolve`
              : 'Create all bookings'}
          </button>
        </div>
      </div>
    </Dialog>
  )
}
