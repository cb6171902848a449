'use client'
import { type CSSProperties, memo } from 'react'
import { Glyph } from '../../ui/glyph.tsx'
import { visitLook } from '../../ui/status-looks.ts'
import { hoursIn, zoneNameIn } from '../../ui/zoned-time.ts'
import { useBoardContext } from './board-context.ts'
import { type BoardVisit, isOpen, whoAndWhere } from './board-visit.ts'
import { conflictWord } from './conflict-words.ts'
import { lateWords } from './late-words.ts'
import { visitSentence } from './visit-words.ts'

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
      <span className="fb-slip__who">{whoAndWhere(visit)}</span>
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
  const context = useBoardContext()
  const movable = isOpen(visit) && (context.mayAssign || context.mayMove)
  const isGhost = context.ghost?.visit.id === visit.id
  const late = context.now !== undefined && lateWords(visit, context.now) !== ''
  const colour = context.board.people.find(({ id }) => id === visit.person)?.colour
  const covering = context.conflicts.get(visit.id)
  const isCovered = covering?.fieldworker.id === visit.person
  return (
    <div
      className={`fb-slip fb-slip--${visitLook(visit).tone}`}
      data-changed={context.changed.has(visit.id) || undefined}
      data-late={late || isCovered || undefined}
      data-moving={isGhost || undefined}
      data-visit={visit.id}
      style={colour ? ({ '--fb-person': colour } as CSSProperties) : undefined}
      title={visitSentence(visit, context.board.timezone, context.now)}
    >
      <button
        aria-keyshortcuts={movable ? shortcuts : undefined}
        className="fb-slip__main"
        onClick={() => context.open(visit)}
        onKeyDown={(event) => context.onKey(event, visit)}
        onPointerDown={
          movable
            ? (event) => event.pointerType === 'mouse' && context.grab(event, visit, 'whole')
            : undefined
        }
        type="button"
      >
        <Face
          conflict={covering && isCovered ? conflictWord(covering) : ''}
          now={context.now}
          visit={visit}
          zone={context.board.timezone}
        />
      </button>
      {movable ? (
        <span
          aria-hidden="true"
          className="fb-slip__grip"
          onPointerDown={(event) => context.grab(event, visit, 'whole')}
        />
      ) : null}
      {movable && resizes && context.mayMove ? (
        <>
          <span
            aria-hidden="true"
            className="fb-slip__edge fb-slip__edge--start"
            onPointerDown={(event) => context.grab(event, visit, 'start')}
          />
          <span
            aria-hidden="true"
            className="fb-slip__edge"
            onPointerDown={(event) => context.grab(event, visit, 'end')}
          />
        </>
      ) : null}
    </div>
  )
}
