'use client'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { type FormEvent, useRef, useState } from 'react'
import { callApi, type Refusal } from '../../ui/call-api.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { When } from '../../ui/when.tsx'
import { momentIn } from '../../ui/zoned-time.ts'
import { alternativesIn } from '../page/alternatives-in.ts'
import { AssignAnyway } from './assign-anyway.tsx'
import { overrideIn } from './override-in.ts'
import type { SeriesView, VisitView } from '../page/booking-view.ts'
import { FreeTimes } from '../new/free-times.tsx'
import type { PlaceQuery } from '../new/people-query.ts'
import { ScopeChoice, type SeriesScope } from '../series/scope-choice.tsx'

type RescheduleDialogProps = {
  verb: 'reschedule' | 'retime'
  /** A whole booking, or one visit of many. */
  target: { kind: 'bookings' | 'appointments'; id: string; version: number }
  /** The visit whose times are searched: the first of the booking. */
  visit: VisitView
  place: PlaceQuery
  /** Others move along by the same distance. */
  others: number
  series?: SeriesView | undefined
  onClose: () => void
}

type Moved = { booking?: { id: string } }

const words = (verb: RescheduleDialogProps['verb'], kind: 'bookings' | 'appointments'): string => {
  if (verb === 'retime')
    return 'It is still pending: only its time changes, and people are asked again.'
  return kind === 'bookings'
    ? 'This creates a new booking with the same services, prices, comments and files; the two are linked.'
    : 'The old time stays in the history as rescheduled; prices, comments and files stay as they are.'
}

const whoWords = {
  keep: (name: string | undefined) => `${name ?? 'As it is'}, or anyone who is free`,
  only: (name: string | undefined) => `${name ?? 'As it is'} only`,
  any: () => 'Anyone who is free',
}

const whoChoices = ({ fieldworker }: VisitView): (keyof typeof whoWords)[] =>
  fieldworker ? ['keep', 'only', 'any'] : ['keep', 'any']

/** Moves a booking or a visit to a free time; what was typed stays when the time is lost. */
export const RescheduleDialog = (props: RescheduleDialogProps) => {
  const { verb, target, visit, place, others, series, onClose } = props
  const router = useRouter()
  const key = useRef(crypto.randomUUID())
  const [start, setStart] = useState('')
  const [reason, setReason] = useState('')
  const [who, setWho] = useState<'any' | 'keep' | 'only'>('keep')
  const [scope, setScope] = useState<SeriesScope>('this')
  const [errors, setErrors] = useState<Refusal[]>([])
  const [busy, setBusy] = useState(false)
  const override = overrideIn(errors)

  const choose = (chosen: string) => {
    setStart(chosen)
    key.current = crypto.randomUUID()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send()
  }
  const send = async (anyway: object = {}) => {
    if (!start) {
      setErrors([{ code: 'missing', message: 'Choose the new time first.' }])
      return
    }
    setBusy(true)
    const words = reason.trim() ? { reason: reason.trim() } : {}
    const isWhole = series !== undefined && scope !== 'this'
    const path = isWhole
      ? `/api/series/${series.id}/move`
      : `/api/${target.kind}/${target.id}/${verb}`
    const only = visit.fieldworker && { fieldworker: visit.fieldworker.id }
    const person = { any: { fieldworker: 'any' }, keep: {}, only: only ?? {} }[who]
    const body = isWhole
      ? { booking: target.id, scope, start, ...words }
      : { start, version: target.version, ...person, ...words, ...anyway }
    const answer = await callApi<Moved>(path, { method: 'POST', body, key: key.current })
    setBusy(false)
    key.current = crypto.randomUUID()
    if (!answer.ok) {
      setErrors(answer.errors)
      return
    }
    toast.success(`Moved to ${momentIn(start, visit.timezone)}.`)
    onClose()
    const next = answer.data.booking?.id
    if (next && next !== target.id) router.push(`/admin/collections/bookings/${next}`)
    else router.refresh()
  }

  return (
    <Dialog onClose={onClose} open shape="side" title={verb === 'retime' ? 'Retime' : 'Reschedule'}>
      <form className="fb-dialog__body" onSubmit={submit}>
        <p>
          {visit.service}, now <When end={visit.end} start={visit.start} zone={visit.timezone} />
        </p>
        <p className="fb-muted">
          {words(verb, target.kind)}
          {others > 0 ? ` Its other visits (${others}) move by the same amount.` : ''}
        </p>
        <RefusalNote errors={errors} />
        {override ? (
          <AssignAnyway
            isBusy={busy}
            label="Move anyway"
            onAnyway={(why) => void send({ override: true, reason: why })}
            override={override}
          />
        ) : null}
        <FreeTimes
          alternatives={alternativesIn(errors)}
          except={visit.id}
          onChoose={choose}
          place={place}
          service={visit.serviceId}
          start={start}
          zone={visit.timezone}
        />
        {series ? <ScopeChoice onChange={setScope} series={series} value={scope} /> : null}
        {others === 0 && scope === 'this' ? (
          <fieldset className="fb-choices">
            <legend className="fb-label">Who</legend>
            {whoChoices(visit).map((choice) => (
              <label className="fb-check" key={choice}>
                <input
                  checked={who === choice}
                  name="who"
                  onChange={() => setWho(choice)}
                  type="radio"
                />
                <span>{whoWords[choice](visit.fieldworker?.name)}</span>
              </label>
            ))}
          </fieldset>
        ) : null}
        <label className="fb-field">
          <span>Reason (optional)</span>
          <textarea
            className="fb-input"
            onChange={(event) => setReason(event.target.value)}
            value={reason}
          />
        </label>
        <div className="fb-row fb-row--end">
          <button className="fb-button" onClick={onClose} type="button">
            Go back
          </button>
          <button className="fb-button fb-button--primary" disabled={busy} type="submit">
            {start ? `Move to ${momentIn(start, visit.timezone)}` : 'Move'}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
