'use client'
import { type FormEvent, useState } from 'react'
import { Dialog } from '../../ui/dialog.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import type { BookingRow } from '../list/booking-row.ts'
import type { Named } from '../page/booking-view.ts'
import { MethodChoice } from '../new/method-choice.tsx'
import { assignWork, type BulkWork, visitsFor } from './bulk-work.ts'

type AssignSeveralProps = {
  rows: BookingRow[]
  title: string
  onClose: () => void
  onWork: (work: BulkWork) => void
}

const path =
  '/api/fieldworkers?where[active][equals]=true&sort=name&limit=500&depth=0&select[name]=true'

const visitsWord = (count: number) => (count === 1 ? '1 visit' : `${count} visits`)

/** Gives the visits of the ticked bookings to one person, or to whoever suits each best. */
export const AssignSeveral = ({ rows, title, onClose, onWork }: AssignSeveralProps) => {
  const { answer, errors } = useAnswer<{ docs: Named[] }>(path)
  const names = answer?.docs ?? []
  const [who, setWho] = useState('any')
  const [method, setMethod] = useState('inherit')
  const [includesAssigned, setIncludesAssigned] = useState(false)
  const count = (all: boolean) =>
    rows.reduce((sum, row) => sum + visitsFor(row, { includesAssigned: all }).length, 0)
  const chosen = count(includesAssigned)
  const taken = count(true) - count(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const nameOf = (id: string) => names.find((person) => person.id === id)?.name ?? 'somebody'
    onWork(assignWork({ who, method, includesAssigned }, nameOf))
  }
  return (
    <Dialog onClose={onClose} open title={title}>
      <form className="fb-dialog__body" onSubmit={submit}>
        <RefusalNote errors={errors} />
        <p>
          {count(false) === 0
            ? 'Every visit of these bookings is assigned.'
            : `${visitsWord(count(false))} of these bookings ${count(false) === 1 ? 'is' : 'are'} unassigned.`}{' '}
          Each is checked on its own: what does not fit stays as it is and says why.
        </p>
        <label className="fb-field">
          <span>Who</span>
          <select className="fb-input" onChange={(event) => setWho(event.target.value)} value={who}>
            <option value="any">Best fit for each visit</option>
            <option value="everybody">Ask everyone who can: first to accept</option>
            {names.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {who === 'everybody' ? null : <MethodChoice onChange={setMethod} value={method} />}
        {taken > 0 ? (
          <label className="fb-check">
            <input
              checked={includesAssigned}
              onChange={() => setIncludesAssigned(!includesAssigned)}
              type="checkbox"
            />
            <span>Also take {visitsWord(taken)} from their current fieldworker</span>
          </label>
        ) : null}
        <div className="fb-row fb-row--end">
          <button className="fb-button" onClick={onClose} type="button">
            Leave as they are
          </button>
          <button className="fb-button fb-button--primary" disabled={chosen === 0} type="submit">
            {chosen === 0 ? 'Nothing to assign' : `Assign ${visitsWord(chosen)}`}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
