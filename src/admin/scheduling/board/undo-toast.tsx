'use client'
import { Glyph } from '../../ui/glyph.tsx'
import { undoSeconds } from './send-move.ts'

/** What was moved, and the way back for ten seconds; nobody has been told of it yet. */
type Undoable = { last: { words: string } | undefined; undo: () => Promise<void> }

export const UndoToast = ({ last, undo }: Undoable) => (
  <div aria-live="polite" className="fb-undo-place" role="status">
    {last ? (
      <div className="fb-undo" style={{ '--seconds': `${undoSeconds}s` } as React.CSSProperties}>
        <Glyph name="check" />
        <span>
          {last.words}
          <span className="fb-hint">Messages go out after {undoSeconds} seconds.</span>
        </span>
        <button className="fb-button fb-button--small" onClick={() => void undo()} type="button">
          <Glyph name="undo" /> Undo
        </button>
      </div>
    ) : null}
  </div>
)
