'use client'
import { useEffect, useState } from 'react'
import type { SearchAnswer } from '../../../contracts/records/search.ts'
import { callApi } from '../../ui/call-api.ts'

export type SearchState =
  | { kind: 'idle' }
  | { kind: 'searching' }
  | { kind: 'found'; answer: SearchAnswer }
  | { kind: 'refused'; message: string }

/** What contains the text, a moment after the last key. */
export const useSearch = (typed: string): SearchState => {
  const [state, setState] = useState<SearchState>({ kind: 'idle' })
  const q = typed.trim()
  useEffect(() => {
    if (q.length < 2) return setState({ kind: 'idle' })
    let isCurrent = true
    setState((was) => (was.kind === 'found' ? was : { kind: 'searching' }))
    const timer = setTimeout(async () => {
      const answer = await callApi<SearchAnswer>(`/api/app/search?${new URLSearchParams({ q })}`)
      if (!isCurrent) return
      if (answer.ok) setState({ kind: 'found', answer: answer.data })
      else setState({ kind: 'refused', message: answer.errors[0]?.message ?? 'Try again.' })
    }, 150)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [q])
  return state
}
