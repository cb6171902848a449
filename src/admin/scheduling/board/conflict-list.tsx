'use client'
import { Glyph } from '../../ui/glyph.tsx'
import { dayIn } from '../../ui/zoned-time.ts'
import { useBoardContext } from './board-context.ts'
import { conflictSentence } from './conflict-words.ts'
import { FindButton } from './find-button.tsx'
import { VisitCard } from './visit-card.tsx'

/** Visits whose person has become unavailable: an absence or a busy event covers them. */
export const ConflictList = () => {
  const { board, visits, conflicts } = useBoardContext()
  const covered = visits.flatMap((visit) => {
    const conflict = conflicts.get(visit.id)
    return conflict && conflict.fieldworker.id === visit.person ? [{ visit, conflict }] : []
  })
  if (covered.length === 0) return null
  const isWeek = board.end - board.start > 26 * 3_600_000
  return (
    <section aria-labelledby="conflicts-heading" className="fb-tray fb-tray--conflicts">
      <h2 id="conflicts-heading">
        <Glyph name="warn" /> Conflicts{' '}
        <span className="fb-count fb-count--hot">{covered.length}</span>
      </h2>
      <ul>
        {covered.map(({ visit, conflict }) => (
          <li key={visit.id}>
            <p className="fb-tray__why">
              {isWeek ? `${dayIn(visit.start, board.timezone)}: ` : ''}
              {conflictSentence(conflict, board.timezone)}
            </p>
            <VisitCard visit={visit} />
            <FindButton visit={visit} />
          </li>
        ))}
      </ul>
    </section>
  )
}
