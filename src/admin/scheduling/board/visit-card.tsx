'use client'
import { memo } from 'react'
import { Glyph } from '../../ui/glyph.tsx'
import { visitLook } from '../../ui/pills.tsx'
import { zoneNameIn } from '../../ui/zoned-time.ts'
import { useBoardContext } from './board-context.ts'
import { type BoardVisit, isOpen } from './board-model.ts'
import { conflictWord } from './conflict-words.ts'
import { lateWords } from './late-words.ts'
import { hoursIn, visitSentence } from './visit-words.ts'

type FaceProps = { visit: BoardVisit; zone: string; now: number | undefined; conflict: string }

const Face = memo(({ visit, zone, now, conflict }: FaceProps) => {
  const { label, glyph } = visitLook(visit)
  const late = now === undefined ? '' : lateWords(visit, now)
  return (
    <>
      <span className="fb-slip__time">
        {hoursIn(visit.start, visit.end, zone)}
        <span className="fb-sr"> {zoneNameIn(visit.start, zone)}</span>
      </span>
      <span className="fb-slip__service">{visit.service}</span>
      <span className="fb-slip__who">
        {[visit.customer, visit.suburb].filter(Boolean).join(' · ')}
      </span>
      <span className="fb-slip__state">
        <span>
          <Glyph name={glyph} size={12} /> {label}
        </span>
        {late ? <strong className="fb-slip__late">{late}</strong> : null}
        {conflict ? <strong className="fb-slip__late">{conflict}</strong> : null}
      </span>
    </>
  )
})
Face.displayName = 'Face'

const shortcuts = [
  ...['A', 'Alt+ArrowUp', 'Alt+ArrowDown', 'Alt+ArrowLeft', 'Alt+ArrowRight'],
  ...['Alt+Shift+ArrowUp', 'Alt+Shift+ArrowDown', 'Alt+PageUp', 'Alt+PageDown'],
].join(' ')

/** One visit: opens on Enter, moves by drag, by Alt and arrows, and through its dialog. */
export const VisitCard = ({ visit, resizes = false }: { visit: BoardVisit; resizes?: boolean }) => {
  const desk = useBoardContext()
  const movable = isOpen(visit) && (desk.mayAssign || desk.mayMove)
  const isGhost = desk.ghost?.visit.id === visit.id
  const late = desk.now !== undefined && lateWords(visit, desk.now) !== ''
  const covering = desk.conflicts.get(visit.id)
  const isCovered = covering?.fieldworker.id === visit.person
  return (
    <div
      className={`fb-slip fb-slip--${visitLook(visit).tone}`}
      data-changed={desk.changed.has(visit.id) || undefined}
      data-late={late || isCovered || undefined}
      data-moving={isGhost || undefined}
      data-visit={visit.id}
      title={visitSentence(visit, desk.board.timezone, desk.now)}
    >
      <button
        aria-keyshortcuts={movable ? shortcuts : undefined}
        className="fb-slip__main"
        onClick={() => desk.open(visit)}
        onKeyDown={(event) => desk.onKey(event, visit)}
        onPointerDown={
          movable
            ? (event) => event.pointerType === 'mouse' && desk.grab(event, visit, 'whole')
            : undefined
        }
        type="button"
      >
        <Face
          conflict={covering && isCovered ? conflictWord(covering) : ''}
          now={desk.now}
          visit={visit}
          zone={desk.board.timezone}
        />
      </button>
      {movable ? (
        <span
          aria-hidden="true"
          className="fb-slip__grip"
          onPointerDown={(event) => desk.grab(event, visit, 'whole')}
        />
      ) : null}
      {movable && resizes && desk.mayMove ? (
        <>
          <span
            aria-hidden="true"
            className="fb-slip__edge fb-slip__edge--start"
            onPointerDown={(event) => desk.grab(event, visit, 'start')}
          />
          <span
            aria-hidden="true"
            className="fb-slip__edge"
            onPointerDown={(event) => desk.grab(event, visit, 'end')}
          />
        </>
      ) : null}
    </div>
  )
}
