'use client'
import type { ReactNode, RefObject } from 'react'
import { Glyph, type GlyphName } from '../../ui/glyph.tsx'
import { dateIn, dayIn } from '../../ui/zoned-time.ts'
import { type BoardAddress, type BoardView, stepped } from './board-address.ts'
import type { Board } from './board-visit.ts'

type BoardToolbarProps = {
  address: BoardAddress
  board: Board
  isWaiting: boolean
  found: number
  text: string
  findBox: RefObject<HTMLInputElement | null>
  go: (to: Partial<BoardAddress>) => void
  onText: (text: string) => void
  onHelp: () => void
  /** Whose rows are shown. */
  people: ReactNode
  /** How dense the view is, where it can be chosen. */
  look: ReactNode
  /** Undefined where the day cannot be planned: by rights or by view. */
  onPlan: (() => void) | undefined
}

const views: { view: BoardView; label: string; glyph: GlyphName }[] = [
  { view: 'day', label: 'Day', glyph: 'board' },
  { view: 'week', label: 'Week', glyph: 'calendar' },
  { view: 'month', label: 'Month', glyph: 'list' },
  { view: 'map', label: 'Map', glyph: 'map' },
]

/** Which day, which view, whose clock; and a search over what is shown. */
export const BoardToolbar = (props: BoardToolbarProps) => {
  const {
    address,
    board,
    isWaiting,
    found,
    text,
    findBox,
    go,
    onText,
    onHelp,
    onPlan,
    look,
    people,
  } = props
  const unit = address.view === 'map' ? 'day' : address.view
  const zone = board.timezone
  const title =
    unit !== 'day'
      ? `${dayIn(board.start, zone)} – ${dayIn(board.end - 1, zone)}`
      : dayIn(board.start, zone)
  return (
    <div aria-busy={isWaiting} className="fb-board-bar">
      <div className="fb-board-bar__day">
        <button
          aria-label={`The ${unit} before`}
          className="fb-button"
          onClick={() => go({ date: stepped(address.date, address.view, -1) })}
          type="button"
        >
          ‹
        </button>
        <h2 aria-live="polite">{title}</h2>
        <button
          aria-label={`The ${unit} after`}
          className="fb-button"
          onClick={() => go({ date: stepped(address.date, address.view, 1) })}
          type="button"
        >
          ›
        </button>
        <button
          className="fb-button"
          onClick={() => go({ date: dateIn(Date.now(), zone) })}
          type="button"
        >
          Today
        </button>
        <input
          aria-label="Go to a date"
          className="fb-input fb-board-bar__date"
          onChange={(event) => (event.target.value ? go({ date: event.target.value }) : undefined)}
          type="date"
          value={address.date}
        />
      </div>
      <div aria-label="View" className="fb-switch" role="group">
        {views.map(({ view, label, glyph }) => (
          <button
            aria-pressed={address.view === view}
            key={view}
            onClick={() => go({ view })}
            type="button"
          >
            <Glyph name={glyph} /> {label}
          </button>
        ))}
      </div>
      {people}
      {look}
      <label className="fb-board-bar__find">
        <span className="fb-sr">Find on the board</span>
        <input
          className="fb-input"
          onChange={(event) => onText(event.target.value)}
          placeholder="Find service, customer, suburb  /"
          ref={findBox}
          type="search"
          value={text}
        />
        <span aria-live="polite" className="fb-hint">
          {text ? `${found} found` : ''}
        </span>
      </label>
      {onPlan ? (
        <button className="fb-button" onClick={onPlan} type="button">
          <Glyph name="route" /> Plan the day
        </button>
      ) : null}
      <button className="fb-ghost" onClick={() => window.print()} type="button">
        Print
      </button>
      <button className="fb-ghost" onClick={onHelp} type="button">
        <span aria-hidden="true">?</span> Keys
      </button>
    </div>
  )
}
