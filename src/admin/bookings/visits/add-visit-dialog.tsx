'use client'
import { type FormEvent, useRef, useState } from 'react'
import { Dialog } from '../../ui/dialog.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { When } from '../../ui/when.tsx'
import { momentIn } from '../../ui/zoned-time.ts'
import { alternativesIn } from '../page/alternatives-in.ts'
import { AssignAnyway } from './assign-anyway.tsx'
import { answersBody, type DraftAnswers, type ServiceChoice } from '../new/booking-draft.ts'
import type { LineView, VisitView } from '../page/booking-view.ts'
import { CountField } from '../new/count-field.tsx'
import { FreeTimes } from '../new/free-times.tsx'
import { overrideIn } from './override-in.ts'
import type { PlaceQuery } from '../new/people-query.ts'
import { QuestionFields } from '../new/question-fields.tsx'
import { ServiceField } from '../new/service-field.tsx'
import { useCommand } from '../use-command.ts'
import { WhoGoes } from './who-goes.tsx'
import { teamWord } from '../../ui/team-word.ts'

/** What is added: another service, another visit of a line, or somebody beside a visit. */
export type Addition =
  | { kind: 'service' }
  | { kind: 'visit'; line: LineView }
  | { kind: 'crew'; line: LineView; beside: VisitView }

type AddVisitDialogProps = {
  bookingId: string
  version: number
  addition: Addition
  services: ServiceChoice[]
  place: PlaceQuery
  zone: string
  /** When the booking begins. */
  near: string | undefined
  mayAssign: boolean
  onClose: () => void
}

const titleOf = (kind: 'crew' | 'service' | 'visit'): string =>
  kind === 'crew' ? `Add ${teamWord().indefinite}` : `Add a ${kind}`

/** Adds to a booking: when and who like everywhere else; what was typed stays when a time is lost. */
export const AddVisitDialog = (props: AddVisitDialogProps) => {
  const { bookingId, version, addition, services, place, zone, mayAssign, onClose } = props
  const { run, busy, errors, setErrors } = useCommand()
  const [serviceId, setService] = useState(
    addition.kind === 'service' ? '' : addition.line.service.id,
  )
  const [quantity, setQuantity] = useState(1)
  const [answers, setAnswers] = useState<DraftAnswers>({})
  const [start, setStart] = useState(addition.kind === 'crew' ? addition.beside.start : '')
  const [who, setWho] = useState('any')
  const [isLater, setLater] = useState(false)
  const [reason, setReason] = useState('')
  const key = useRef({ body: '', key: '' })
  const service = services.find(({ id }) => id === serviceId)
  const end = addition.kind === 'crew' ? addition.beside.end : undefined
  const override = overrideIn(errors)

  const send = async (more: object = {}) => {
    const visit = { start, ...(end && { end }), fieldworker: who === '' ? null : who }
    const visits = isLater ? [] : [visit]
    const words = { version, ...(reason.trim() && { reason: reason.trim() }), ...more }
    const body =
      addition.kind === 'service'
        ? {
            service: serviceId,
            quantity,
            visits,
            ...answersBody(answers, service?.questions),
            ...words,
          }
        : { line: addition.line.id, visits, ...words }
    const text = JSON.stringify(body)
    if (key.current.body !== text) key.current = { body: text, key: crypto.randomUUID() }
    const path = `/api/bookings/${bookingId}/${addition.kind === 'service' ? 'lines' : 'visits'}`
    const done = await run({
      path,
      body,
      success: `${titleOf(addition.kind)}: done.`,
      key: key.current.key,
    })
    if (done) onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const missing = serviceId === '' ? 'Choose the service.' : 'Choose a time first.'
    if (serviceId === '' || (!start && !isLater)) setErrors([{ code: 'missing', message: missing }])
    else void send()
  }
  const work =
    start && serviceId ? { service: serviceId, start, ...(end && { end }), place, zone } : undefined

  return (
    <Dialog onClose={onClose} open shape="side" title={titleOf(addition.kind)}>
      <form className="fb-dialog__body" onSubmit={submit}>
        {addition.kind === 'service' ? (
          <div className="fb-service">
            <ServiceField
              hasFocus
              onChoose={(id) => {
                setService(id)
                setStart('')
                setAnswers({})
              }}
              services={services}
              value={serviceId}
            />
            <CountField label="Quantity" max={1000} onChange={setQuantity} value={quantity} />
          </div>
        ) : (
          <p>
            {addition.line.service.name}
            {addition.kind === 'crew' ? (
              <>
                , at the same time as{' '}
                {addition.beside.fieldworker?.name ?? 'the visit without a person'}:{' '}
                <When end={addition.beside.end} start={addition.beside.start} zone={zone} />
              </>
            ) : (
              ': a follow-up or another visit of this service. Its price stays as it is.'
            )}
          </p>
        )}
        {addition.kind === 'service' ? (
          <QuestionFields
            answers={answers}
            onAnswers={setAnswers}
            questions={service?.questions ?? []}
          />
        ) : null}
        <RefusalNote errors={errors} />
        {override ? (
          <AssignAnyway
            isBusy={busy}
            onAnyway={(why) => void send({ override: true, reason: why })}
            override={override}
          />
        ) : null}
        {addition.kind === 'service' ? (
          <label className="fb-check">
            <input
              checked={isLater}
              onChange={(event) => setLater(event.target.checked)}
              type="checkbox"
            />
            <span>Without a visit yet; it stays in Not assigned until it has one</span>
          </label>
        ) : null}
        {serviceId !== '' && !isLater && addition.kind !== 'crew' ? (
          <FreeTimes
            alternatives={alternativesIn(errors)}
            key={serviceId}
            near={props.near}
            onChoose={setStart}
            place={place}
            service={serviceId}
            start={start}
            zone={zone}
          />
        ) : null}
        {isLater ? null : (
          <>
            <h3 className="fb-subhead">Who</h3>
            <WhoGoes
              {...(addition.kind !== 'crew' && { onStart: setStart })}
              mayAssign={mayAssign}
              mayLeaveOpen
              onChoose={(person, at) => {
                setWho(person)
                if (addition.kind !== 'crew') setStart(at)
              }}
              value={who}
              work={work}
            />
          </>
        )}
        {service?.requiresApproval ? (
          <p className="fb-notice fb-notice--warn">
            This service needs approval on its own bookings; on this one it is added at once.
          </p>
        ) : null}
        <label className="fb-field">
          <span>Reason (optional)</span>
          <textarea
            className="fb-input"
            onChange={(event) => setReason(event.target.value)}
            rows={2}
            value={reason}
          />
        </label>
        <div className="fb-row fb-row--end">
          <button className="fb-button" onClick={onClose} type="button">
            Not now
          </button>
          <button className="fb-button fb-button--primary" disabled={busy} type="submit">
            {start && !isLater ? `Add for ${momentIn(start, zone)}` : 'Add'}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
