'use client'
import { useCallback, useEffect, useState } from 'react'
import type { ProposalApplied } from '../../../contracts/scheduling/routes.ts'
import { callApi, type Refusal } from '../../ui/call-api.ts'
import { undoSeconds } from './send-move.ts'
import { proposalsPath } from './use-plan.ts'

type Board = { refresh: () => Promise<void>; announce: (words: string) => void }

const visitsWords = (count: number) => (count === 1 ? '1 visit' : `${count} visits`)

/** The plan that was applied last, and the way back for as long as its messages are held. */
export const usePlanUndo = ({ refresh, announce }: Board) => {
  const [applied, setApplied] = useState<ProposalApplied>()
  const [errors, setErrors] = useState<Refusal[]>([])

  useEffect(() => {
    if (!applied) return undefined
    const timer = setTimeout(() => setApplied(undefined), undoSeconds * 1000)
    return () => clearTimeout(timer)
  }, [applied])

  const onApplied = useCallback(
    (done: ProposalApplied) => {
      setErrors([])
      setApplied(done.changed.length > 0 ? done : undefined)
      announce(`Plan applied: ${visitsWords(done.changed.length)} changed.`)
      void refresh()
    },
    [announce, refresh],
  )
  const undo = useCallback(async () => {
    if (!applied) return
    setApplied(undefined)
    const headers = { 'x-undo': 'take-back' }
    const path = `${proposalsPath}/${applied.id}/undo`
    const answer = await callApi(path, { method: 'POST', body: {}, headers })
    if (answer.ok) announce(`Undone: the plan with ${visitsWords(applied.changed.length)}.`)
    else setErrors(answer.errors)
    await refresh()
  }, [announce, applied, refresh])

  const last = applied && { words: `Plan applied: ${visitsWords(applied.changed.length)} changed.` }
  return { last, undo, onApplied, errors, dismiss: () => setErrors([]) }
}
