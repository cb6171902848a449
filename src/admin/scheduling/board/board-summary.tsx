'use client'
import { Glyph } from '../../ui/glyph.tsx'
import { useBoardContext } from './board-context.ts'
import { isOpen } from './board-visit.ts'
import { capacityOf, minutesOf } from './capacity.ts'
import { lateWords } from './late-words.ts'
import { lengthWords } from './visit-words.ts'
import { isUnassigned } from './visits-by-person.ts'

/** What dispatch must know at a glance: who is missing, who is late, what is still free. */
export const BoardSummary = () => {
  const { board, visits, now } = useBoardContext()
  const days = Math.round((board.end - board.start) / 86_400_000)
  const unassigned = visits.filter(isUnassigned)
  const unanswered = visits.filter(
    (visit) => isOpen(visit) && visit.acceptance === 'pending',
  ).length
  const late = now === undefined ? 0 : visits.filter((visit) => lateWords(visit, now) !== '').length
  const { open, free } = capacityOf(board.people, visits, board.start)
  return (
    <p className="fb-board-summary">
      <strong>{days > 7 ? 'This month:' : days > 1 ? 'This week:' : 'This day:'}</strong>
      <span data-hot={unassigned.length > 0 || undefined}>
        <Glyph name="personOff" size={14} /> {unassigned.length} unassigned
        {unassigned.length > 0 ? ` (${lengthWords(minutesOf(unassigned))} of work)` : ''}
      </span>
      <span>
        <Glyph name="clock" size={14} /> {unanswered} awaiting an answer
      </span>
      <span data-hot={late > 0 || undefined}>
        <Glyph name="warn" size={14} /> {late} late or awaiting an update
      </span>
      {open > 0 ? (
        <span>
          {lengthWords(Math.floor(free / 15) * 15)} of {lengthWords(open)} working time free
        </span>
      ) : null}
    </p>
  )
}
