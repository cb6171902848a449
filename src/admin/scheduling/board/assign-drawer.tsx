'use client'
import { useState } from 'react'
import type { FinderAnswer, FinderPerson } from '../../../contracts/finder.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import { When } from '../../ui/when.tsx'
import { useBoardDesk } from './board-desk.ts'
import type { BoardVisit } from './board-model.ts'
import { type Spot, spotOf } from './moves.ts'
import { NearbyList } from './nearby-list.tsx'
import { PersonDay } from './person-day.tsx'
import type { Moves } from './use-moves.ts'
import { lengthWords } from './visit-words.ts'

type AssignDrawerProps = {
  visit: BoardVisit
  move: Moves['move']
  refusal: string
  onClose: () => void
}

const factsOf = (person: FinderPerson): string =>
  [
    person.free ? 'Free then' : person.causes.map(({ message }) => message).join(' '),
    person.distanceKm === null
      ? ''
      : `${person.distanceKm.toFixed(1)} km from ${person.distanceFrom === 'home' ? 'home' : 'a neighbouring visit'}${person.travelMinutes === null ? '' : `, ${person.travelMinutes} min`}`,
    person.visits === 1 ? '1 visit' : `${person.visits} visits`,
    `${lengthWords(person.freeMinutes)} free`,
  ]
    .filter(Boolean)
    .join(' · ')

/** Find & assign: who can take the visit, ranked, with reasons for the others (AV-03, DS-09). */
export const AssignDrawer = ({ visit, move, refusal, onClose }: AssignDrawerProps) => {
  const { board } = useBoardDesk()
  const [isBusy, setBusy] = useState(false)
  const { answer, errors } = useAnswer<FinderAnswer>(`/api/app/finder?appointment=${visit.id}`)

  const give = async (spot: Spot) => {
    setBusy(true)
    const done = await move(visit, spot)
    setBusy(false)
    if (done) onClose()
  }
  const people = (answer?.people ?? []).filter(({ id }) => id !== visit.person)
  const free = people.filter((person) => person.free)
  const busy = people.filter((person) => !person.free)

  const row = (person: FinderPerson) => (
    <li className={`fb-person ${person.free ? '' : 'fb-person--off'}`} key={person.id}>
      <span className="fb-person__facts">
        <strong>{person.name}</strong>
        <span className="fb-hint">{factsOf(person)}</span>
        <PersonDay person={person} visit={visit} zone={board.timezone} />
      </span>
      {person.free ? (
        <button
          aria-label={`Assign to ${person.name}`}
          className="fb-button fb-button--primary"
          disabled={isBusy}
          onClick={() => void give({ ...spotOf(visit), person: person.id })}
          type="button"
        >
          Assign
        </button>
      ) : null}
    </li>
  )

  return (
    <Dialog onClose={onClose} open shape="side" title={`Assign ${visit.service}`}>
      <div aria-busy={!answer} className="fb-dialog__body">
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
        <h3 className="fb-subhead">Can take it</h3>
        <ul className="fb-people">{free.map(row)}</ul>
        {answer && free.length === 0 ? (
          <p className="fb-muted">No one else is free and qualified at this time.</p>
        ) : null}
        {busy.length > 0 ? (
          <details className="fb-details" open={free.length === 0}>
            <summary>Qualified, but not at this time ({busy.length})</summary>
            <ul className="fb-people">{busy.map(row)}</ul>
          </details>
        ) : null}
        {answer && answer.others.length > 0 ? (
          <details className="fb-details">
            <summary>Not offered, and why ({answer.others.length})</summary>
            <ul className="fb-people">
              {answer.others.map((other) => (
                <li className="fb-person fb-person--off" key={other.id}>
                  <span>
                    <strong>{other.name}</strong>
                    <span className="fb-hint">
                      {other.causes.map(({ message }) => message).join(' ')}
                    </span>
                  </span>
                </li>
              ))}
            </ul>
          </details>
        ) : null}
        <NearbyList
          isBusy={isBusy}
          offered={free.map(({ id }) => id)}
          onAssign={(person) => void give({ ...spotOf(visit), person })}
          visit={visit}
        />
        {visit.person ? (
          <button
            className="fb-button fb-button--danger"
            disabled={isBusy}
            onClick={() => void give({ ...spotOf(visit), person: null })}
            type="button"
          >
            Leave it unassigned
          </button>
        ) : null}
      </div>
    </Dialog>
  )
}
