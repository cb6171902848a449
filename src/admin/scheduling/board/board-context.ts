'use client'
import { createContext, type KeyboardEvent, type PointerEvent, useContext } from 'react'
import type { Conflict } from '../../../contracts/scheduling/conflicts.ts'
import type { Axis } from './axis.ts'
import type { FreeSpot } from './free-spot.ts'
import type { Board, BoardVisit } from './board-visit.ts'
import type { Spot } from './moves.ts'

export type Grip = 'end' | 'start' | 'whole'

/** A tab of the office with what is in it now. */
export type TabCount = { key: string; label: string; count?: number; late?: number }

/** What every part of the board works with. */
export type BoardContextValue = {
  board: Board
  /** Visits that take part, shown where their moves put them. */
  visits: BoardVisit[]
  axis: Axis
  /** Undefined until the page is in the browser. */
  now: number | undefined
  admin: string
  mayAssign: boolean
  mayMove: boolean
  /** Where a visit would go if it were let go or saved now. */
  ghost: { visit: BoardVisit; to: Spot } | undefined
  /** Ids of visits that somebody has just changed. */
  changed: ReadonlySet<string>
  /** While a visit is carried, by person: why they can never take it. */
  cannot: ReadonlyMap<string, string>
  /** By visit: what has come over it since. */
  conflicts: ReadonlyMap<string, Conflict>
  open: (visit: BoardVisit) => void
  assign: (visit: BoardVisit) => void
  moveTo: (visit: BoardVisit) => void
  /** Asks what to do with somebody's day or with a free time. */
  openSpot: (spot: FreeSpot) => void
  grab: (event: PointerEvent<HTMLElement>, visit: BoardVisit, grip: Grip) => void
  onKey: (event: KeyboardEvent<HTMLElement>, visit: BoardVisit) => void
}

export const BoardContext = createContext<BoardContextValue | undefined>(undefined)

/** What the board around offers. @throws {Error} outside of one */
export const useBoardContext = (): BoardContextValue => {
  const context = useContext(BoardContext)
  if (!context) throw new Error('This belongs on the dispatch board.')
  return context
}
