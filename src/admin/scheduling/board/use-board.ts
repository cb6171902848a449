'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { BoardAnswer } from '../../../contracts/scheduling/board.ts'
import { callApi, type Refusal } from '../../ui/call-api.ts'
import { liveState } from '../../ui/live-line.ts'
import { type BoardAddress, queryOf, rangeOf, readAddress } from './board-address.ts'
import type { Board } from './board-visit.ts'
import { readBoardAnswer } from './read-board-answer.ts'

export type BoardSource = {
  board: Board
  address: BoardAddress
  errors: Refusal[]
  isWaiting: boolean
  /** Shows another day or view and writes it into the address bar. */
  go: (to: Partial<BoardAddress>) => void
  /** Reads the shown range again. */
  refresh: () => Promise<void>
}

const hrefOf = (address: BoardAddress): string => `${window.location.pathname}?${queryOf(address)}`

/** The board of the day or week in the address bar, first as the server rendered it. */
export const useBoard = (first: { address: BoardAddress; answer: BoardAnswer }): BoardSource => {
  const [address, setAddress] = useState(first.address)
  const [board, setBoard] = useState(() => readBoardAnswer(first.answer))
  const [errors, setErrors] = useState<Refusal[]>([])
  const [isWaiting, setWaiting] = useState(false)
  const wanted = useRef(first.address)
  const zone = board.timezone

  const load = useCallback(async (at: BoardAddress) => {
    wanted.current = at
    const answer = await callApi<BoardAnswer>(`/api/app/board?${new URLSearchParams(rangeOf(at))}`)
    // An answer that was overtaken by a newer question is not the one to show.
    if (wanted.current !== at) return
    setWaiting(false)
    if (!answer.ok) {
      // A line that is down says so itself; what is shown stays.
      if (liveState() === 'live') setErrors(answer.errors)
      return
    }
    setErrors([])
    setBoard(readBoardAnswer(answer.data))
    setAddress(at)
  }, [])

  const go = useCallback(
    (to: Partial<BoardAddress>) => {
      const next = { ...wanted.current, ...to }
      setWaiting(true)
      window.history.pushState(null, '', hrefOf(next))
      void load(next)
    },
    [load],
  )
  const refresh = useCallback(() => load(wanted.current), [load])

  useEffect(() => {
    const onBack = () => {
      const query = Object.fromEntries(new URLSearchParams(window.location.search))
      void load(readAddress(query, zone))
    }
    window.addEventListener('popstate', onBack)
    return () => window.removeEventListener('popstate', onBack)
  }, [load, zone])

  return { board, address, errors, isWaiting, go, refresh }
}
