'use client'
import { useMemo } from 'react'
import type { Conflict, ConflictsAnswer } from '../../../contracts/scheduling/conflicts.ts'
import { aheadIn } from './ahead-in.ts'
import type { Board } from './board-visit.ts'
import { useReading } from './use-reading.ts'

/** Visits on the board whose person has become unavailable, by visit. */
export const useConflicts = (board: Board, first: Conflict[]): ReadonlyMap<string, Conflict> => {
  const range = aheadIn(board, Date.now())
  const path = range && `/api/app/conflicts?${new URLSearchParams(range)}`
  const { conflicts } = useReading<ConflictsAnswer>(board, path, { conflicts: first })
  return useMemo(() => new Map(conflicts.map((one) => [one.appointment, one])), [conflicts])
}
