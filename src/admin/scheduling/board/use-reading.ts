'use client'
import { useEffect, useRef, useState } from 'react'
import { callApi } from '../../ui/call-api.ts'
import type { Board } from './board-visit.ts'

/**
 * What belongs beside the board, first as the server rendered it, and read again from `path` (which
 * names the present and so changes all the time) whenever the board is. An answer that fails, or no
 * path, leaves what was known.
 */
export const useReading = <T extends object>(
  board: Board,
  path: string | undefined,
  first: T,
): T => {
  const [answer, setAnswer] = useState(first)
  const before = useRef(board)
  const asked = useRef(path)
  useEffect(() => {
    asked.current = path
  }, [path])
  useEffect(() => {
    if (before.current === board) return undefined
    before.current = board
    if (!asked.current) return undefined
    let isCurrent = true
    void callApi<T>(asked.current).then((found) => {
      if (isCurrent && found.ok) setAnswer(found.data)
    })
    return () => {
      isCurrent = false
    }
  }, [board])
  return answer
}
