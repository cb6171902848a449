'use client'
import { Glyph } from '../../ui/glyph.tsx'
import { dayIn } from '../../ui/zoned-time.ts'
import { useBoardContext } from './board-context.ts'
import type { BoardVisit } from './board-visit.ts'
import { FindButton } from './find-button.tsx'
import { VisitCard } from './visit-card.tsx'
import { isUnassigned } from './visits-by-person.ts'

/** Visits without a person: drag them into a row, or find somebody. */
export const Tray = () => {
  const { board, visits, ghost } = useBoardContext()
  const open = visits.filter(isUnassigned).toSorted((a, b) => a.start - b.start)
  const isWeek = board.end - board.start > 26 * 3_600_000
  const dayOf = (visit: BoardVisit | undefined) => (visit ? dayIn(visit.start, board.timezone) : '')
  return (
    <aside
      aria-labelledby="tray-heading"
      className="fb-tray"
      data-person=""
      data-target={(ghost && ghost.to.person === null) || undefined}
    >
      <h2 id="tray-heading">
        Unassigned <span className="fb-count">{open.length}</span>
      </h2>
      {open.length === 0 ? (
        <p className="fb-muted">
          {visits.length === 0 ? (
            `No visits in this ${isWeek ? 'week' : 'day'} yet. Press N for a new booking.`
          ) : (
            <>
              <Glyph name="check" /> All visits assigned.
            </>
          )}
        </p>
      ) : (
        <ul>
          {open.map((visit, at) => (
            <li key={visit.id}>
              {isWeek && dayOf(visit) !== dayOf(open[at - 1]) ? (
                <p className="fb-tray__day">{dayOf(visit)}</p>
              ) : null}
              <VisitCard visit={visit} />
              <FindButton visit={visit} />
            </li>
          ))}
        </ul>
      )}
    </aside>
  )
}
