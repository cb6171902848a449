'use client'
import { hoursIn } from '../../ui/zoned-time.ts'
import { useCallback, useEffect, useRef, useState } from 'react'
import { visitLook } from '../../ui/status-looks.ts'
import { type Board, type BoardVisit, isOnBoard } from './board-visit.ts'
import type { LiveChange } from '../../ui/live-line.ts'
import { useLive } from '../../ui/use-live.ts'

type LiveBoard = { board: Board; refresh: () => Promise<void>; announce: (words: string) => void }

const highlight = 4000

const keyOf = (visit: BoardVisit): string =>
  [visit.person, visit.start, visit.end, visitLook(visit).label].join('|')

/**
 * Keeps the board as it is in the database: reads it again when somebody changes something on it,
 * lights up what moved and says so. Returns the ids that are lit.
 */
export const useLiveBoard = ({ board, refresh, announce }: LiveBoard): ReadonlySet<string> => {
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set())
  const before = useRef(board)
  const isFromElsewhere = useRef(false)

  useLive(
    useCallback(
      (changes: LiveChange[]) => {
        isFromElsewhere.current = changes.length > 0
        void refresh()
      },
      [refresh],
    ),
  )

  useEffect(() => {
    const was = before.current
    before.current = board
    if (!isFromElsewhere.current || was.start !== board.start || was.end !== board.end) return
    isFromElsewhere.current = false
    const known = new Map(was.visits.map((visit) => [visit.id, keyOf(visit)]))
    const moved = board.visits.filter(
      (visit) => isOnBoard(visit) && known.get(visit.id) !== keyOf(visit),
    )
    if (moved.length === 0) return
    setChanged(new Set(moved.map(({ id }) => id)))
    const [first] = moved as [BoardVisit]
    const name = board.people.find(({ id }) => id === first.person)?.name ?? 'unassigned'
    const more = moved.length > 1 ? ` and ${moved.length - 1} more` : ''
    announce(
      `Changed: ${first.service}, ${name}, ${hoursIn(first.start, first.end, board.timezone)}, ${visitLook(first).label}${more}.`,
    )
    const timer = setTimeout(() => setChanged(new Set()), highlight)
    return () => clearTimeout(timer)
  }, [board, announce])

  return changed
}
