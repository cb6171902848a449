'use client'
import { type BoardLook, type Zoom, zooms } from './use-board-look.ts'

type Props = { look: BoardLook; choose: (change: Partial<BoardLook>) => void }

const words: Record<Zoom, string> = { 60: '1 h', 30: '30 min', 15: '15 min' }

/** How wide the hours of a day are, and how high its rows. */
export const BoardLookControls = ({ look, choose }: Props) => (
  <>
    <label className="fb-board-bar__look">
      <span className="fb-sr">Zoom: each column is</span>
      <select
        className="fb-input"
        onChange={(event) => choose({ zoom: Number(event.target.value) as Zoom })}
        title="Zoom"
        value={look.zoom}
      >
        {zooms.map((zoom) => (
          <option key={zoom} value={zoom}>
            {words[zoom]}
          </option>
        ))}
      </select>
    </label>
    <button
      aria-pressed={look.isCompact}
      className="fb-button"
      onClick={() => choose({ isCompact: !look.isCompact })}
      type="button"
    >
      Compact
    </button>
  </>
)
