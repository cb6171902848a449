'use client'
import { useEffect, useState } from 'react'
import { type Person, whyNot } from '../../bookings/people-query.ts'
import { callApi, type Refusal } from '../../ui/call-api.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { When } from '../../ui/when.tsx'
import { useBoardDesk } from './board-desk.ts'
import type { BoardVisit } from './board-model.ts'
import { spotOf } from './moves.ts'
import type { Moves } from './use-moves.ts'

type AssignDrawerProps = {
  visit: BoardVisit
  move: Moves['move']
  refusal: string
  onClose: () => void
}

/** Find & assign: who can take the visit, and why the others cannot (AV-03, DS-09). */
export const AssignDrawer = ({ visit, move, refusal, onClose }: AssignDrawerProps) => {
  const { board } = useBoardDesk()
  const [people, setPeople] = useState<Person[]>()
  const [errors, setErrors] = useState<Refusal[]>([])
  const [isBusy, setBusy] = useState(false)

  useEffect(() => {
    let isCurrent = true
    void callApi<{ people: Person[] }>(`/api/app/board/visits/${visit.id}/people`).then(
      (answer) => {
        if (!isCurrent) return
        if (answer.ok) setPeople(answer.data.people)
        else setErrors(answer.errors)
      },
    )
    return () => {
      isCurrent = false
    }
  }, [visit.id])

  const give = async (person: string | null) => {
    setBusy(true)
    const done = await move(visit, { ...spotOf(visit), person })
    setBusy(false)
    if (done) onClose()
  }
  const others = (people ?? []).filter(({ id }) => id !== visit.person)

  return (
    <Dialog onClose={onClose} open shape="side" title={`Assign ${visit.service}`}>
      <div className="fb-dialog__body">
        <p>
          <When
            end={new Date(visit.end).toISOString()}
            start={new Date(visit.start).toISOString()}
            zone={board.timezone}
          />
          <br />
          {[visit.customer, visit.suburb].filter(Boolean).join(' · ')}
        </p>
        <RefusalNote
          errors={refusal ? [{ code: 'refused', message: refusal }, ...errors] : errors}
        />
        <ul className="fb-people">
          {others.map((person) => (
            <li className={`fb-person ${person.free ? '' : 'fb-person--off'}`} key={person.id}>
              <span>
                <strong>{person.name}</strong>
                <span className="fb-hint">{whyNot(person)}</span>
              </span>
              {person.free ? (
                <button
                  aria-label={`Assign to ${person.name}`}
                  className="fb-button fb-button--primary"
                  disabled={isBusy}
                  onClick={() => void give(person.id)}
                  type="button"
                >
                  Assign
                </button>
              ) : null}
            </li>
          ))}
        </ul>
        {people && others.length === 0 ? (
          <p className="fb-muted">Nobody else does this service here.</p>
        ) : null}
        {visit.person ? (
          <button
            className="fb-button fb-button--danger"
            disabled={isBusy}
            onClick={() => void give(null)}
            type="button"
          >
            Leave it unassigned
          </button>
        ) : null}
      </div>
    </Dialog>
  )
}
