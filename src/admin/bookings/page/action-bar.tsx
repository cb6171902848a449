'use client'
import { Glyph } from '../../ui/glyph.tsx'
import { Menu } from '../../ui/menu.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { arrangeMoves } from './arrange-moves.ts'
import { type MoveName, moveSpecs } from './moves.ts'
import { type Movable, useMoves } from './use-moves.tsx'

type ActionBarProps = Movable & {
  /** Whether somebody has to be found for a visit before anything else. */
  isUnstaffed: boolean
}

/** The moves that the booking and the reader allow now: the next step filled, the rest in a menu. */
export const ActionBar = ({ moves, isUnstaffed, ...booking }: ActionBarProps) => {
  const { press, busy, errors, question } = useMoves(booking)
  const { needsReason } = booking
  const { next, beside, menu } = arrangeMoves(moves, { needsReason, isUnstaffed })
  const button = (move: MoveName, tone: 'primary' | 'plain' | 'danger') => (
    <button
      className={`fb-button fb-button--${tone}`}
      disabled={busy}
      key={move}
      onClick={() => press(move)}
      type="button"
    >
      <Glyph name={moveSpecs[move].glyph} />
      {moveSpecs[move].label}
      {move === 'confirm' && needsReason.includes(move) ? ' anyway…' : ''}
    </button>
  )
  const toneOf = (move: MoveName) => (moveSpecs[move].tone === 'danger' ? 'danger' : 'plain')
  return (
    <div className="fb-actions">
      {next ? button(next, 'primary') : null}
      {beside.map((move) => button(move, toneOf(move)))}
      {menu.length > 0 ? (
        <Menu label="More">{menu.map((move) => button(move, toneOf(move)))}</Menu>
      ) : null}
      <RefusalNote errors={errors} />
      {question}
    </div>
  )
}
