'use client'
import type { BoardPerson } from '../../../contracts/scheduling/board.ts'
import { useBoardContext } from './board-context.ts'
import type { BoardVisit } from './board-visit.ts'
import { CannotNote } from './cannot-note.tsx'
import { lengthWords } from './visit-words.ts'

type PersonHeadProps = { person: BoardPerson; visits: readonly BoardVisit[] }

/** Name, number of visits, hours of work, and how full the working time is. */
export const PersonHead = ({ person, visits }: PersonHeadProps) => {
  const { openSpot } = useBoardContext()
  const booked = visits.reduce((sum, { start, end }) => sum + (end - start) / 60_000, 0)
  const open = (person.hours ?? []).reduce((sum, [from, to]) => sum + to - from, 0)
  const share = open === 0 ? 0 : Math.min(100, Math.round((booked / open) * 100))
  return (
    <div className="fb-row-head">
      <h3>
        {person.colour ? (
          <span
            aria-hidden="true"
            className="fb-row-head__dot"
            style={{ background: person.colour }}
          />
        ) : null}
        <button
          className="fb-row-head__name"
          onClick={() => openSpot({ person: person.id })}
          type="button"
        >
          {person.name}
        </button>
      </h3>
      <p className="fb-row-head__load">
        {visits.length === 1 ? '1 visit' : `${visits.length} visits`}
        {booked > 0 ? ` · ${lengthWords(booked)}` : ''}
        {person.active ? '' : ' · gets no new work'}
        {person.hours && open === 0 ? ' · day off' : ''}
      </p>
      <CannotNote person={person.id} />
      {open > 0 ? (
        <div
          aria-label={`${share} % of ${person.name}’s working time is taken`}
          aria-valuemax={100}
          aria-valuemin={0}
          aria-valuenow={share}
          className="fb-load"
          role="meter"
        >
          <span style={{ width: `${share}%` }} />
        </div>
      ) : null}
    </div>
  )
}
