'use client'
import { type FormEvent, useState } from 'react'
import { Dialog } from '../../ui/dialog.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import type { Named } from '../page/booking-view.ts'
import { type BulkWork, labelWork } from './bulk-work.ts'

type LabelSeveralProps = { title: string; onClose: () => void; onWork: (work: BulkWork) => void }

const path = '/api/labels?sort=name&limit=100&depth=0&select[name]=true'

/** Puts labels on the ticked bookings, or takes them off. */
export const LabelSeveral = ({ title, onClose, onWork }: LabelSeveralProps) => {
  const { answer, errors } = useAnswer<{ docs: Named[] }>(path)
  const names = answer?.docs
  const [labels, setLabels] = useState<string[]>([])
  const [adding, setAdding] = useState(true)
  const toggle = (id: string) =>
    setLabels((had) => (had.includes(id) ? had.filter((label) => label !== id) : [...had, id]))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onWork(labelWork({ labels, adding }))
  }
  return (
    <Dialog onClose={onClose} open title={title}>
      <form className="fb-dialog__body" onSubmit={submit}>
        <RefusalNote errors={errors} />
        <fieldset className="fb-choices">
          <legend className="fb-label">What</legend>
          {[
            { value: true, label: 'Put on' },
            { value: false, label: 'Take off' },
          ].map(({ value, label }) => (
            <label className="fb-check" key={label}>
              <input
                checked={adding === value}
                name="adding"
                onChange={() => setAdding(value)}
                type="radio"
              />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
        <fieldset className="fb-choices">
          <legend className="fb-label">Labels</legend>
          {names?.map(({ id, name }) => (
            <label className="fb-check" key={id}>
              <input checked={labels.includes(id)} onChange={() => toggle(id)} type="checkbox" />
              <span>{name}</span>
            </label>
          ))}
          {names?.length === 0 ? (
            <p className="fb-muted">There are no labels yet. Add some under Labels first.</p>
          ) : null}
        </fieldset>
        <div className="fb-row fb-row--end">
          <button className="fb-button" onClick={onClose} type="button">
            Leave as they are
          </button>
          <button
            className="fb-button fb-button--primary"
            disabled={labels.length === 0}
            type="submit"
          >
            {adding ? 'Put on' : 'Take off'}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
