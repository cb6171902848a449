'use client'
import { useCallback, useEffect, useState } from 'react'
import type { ProposalApplied, RouteProposal } from '../../../contracts/scheduling/routes.ts'
import { callApi, type Refusal } from '../../ui/call-api.ts'
import { undoSeconds } from './send-move.ts'

export const proposalsPath = '/api/app/routes/proposals'
const lookEvery = 700

type Asked = { date: string; seconds: number; moveTimes: boolean }

/** A proposal of routes from the question to its end; looks again while the search runs. */
export const usePlan = () => {
  const [id, setId] = useState<string>()
  const [proposal, setProposal] = useState<RouteProposal>()
  const [errors, setErrors] = useState<Refusal[]>([])
  const [isBusy, setBusy] = useState(false)

  useEffect(() => {
    if (!id) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let isCurrent = true
    const look = async () => {
      const answer = await callApi<{ proposal: RouteProposal }>(`${proposalsPath}/${id}`)
      if (!isCurrent) return
      if (!answer.ok) {
        setErrors(answer.errors)
        return
      }
      setProposal(answer.data.proposal)
      if (answer.data.proposal.state === 'searching') timer = setTimeout(look, lookEvery)
    }
    void look()
    return () => {
      isCurrent = false
      if (timer) clearTimeout(timer)
    }
  }, [id])

  const send = useCallback(
    async <T>(to: string, body: object, headers = {}): Promise<T | undefined> => {
      setBusy(true)
      setErrors([])
      const answer = await callApi<T>(to, { method: 'POST', body, headers })
      setBusy(false)
      if (answer.ok) return answer.data
      setErrors(answer.errors)
      return undefined
    },
    [],
  )
  const start = async (asked: Asked) => {
    const started = await send<{ id: string }>(proposalsPath, asked)
    if (started) setId(started.id)
  }
  /** What was applied; undefined when it was refused. Its messages wait for the undo window. */
  const apply = async (): Promise<ProposalApplied | undefined> => {
    const undo = { 'x-undo': `${undoSeconds}` }
    const done = await send<ProposalApplied>(`${proposalsPath}/${id}/apply`, {}, undo)
    if (done) setId(undefined)
    return done
  }
  const discard = async () => {
    if (!id) return
    setId(undefined)
    await callApi(`${proposalsPath}/${id}`, { method: 'DELETE' })
  }
  /** Drops the plan and goes back to the question. */
  const startOver = async () => {
    await discard()
    setProposal(undefined)
    setErrors([])
  }
  return { proposal, errors, isBusy, start, apply, discard, startOver }
}
