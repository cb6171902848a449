'use client'
import { useCallback, useRef, useState } from 'react'
import { callApi } from '../../ui/call-api.ts'
import { clockIn, dayIn } from '../../ui/zoned-time.ts'
import type { Board, BoardVisit } from './board-model.ts'
import { commandFor, isSameSpot, type Spot, spotOf } from './moves.ts'
import { refusalWords } from './refusal-words.ts'
import { hoursIn } from './visit-words.ts'

/** Seconds for which a move can be taken back before anybody is told of it. */
export const undoSeconds = 10

type Done = { visit: BoardVisit; from: Spot; words: string }

export type Moves = {
  /** Where visits are shown while their move is on its way. */
  spots: ReadonlyMap<string, Spot>
  move: (visit: BoardVisit, to: Spot) => Promise<boolean>
  undo: () => Promise<void>
  /** The move that can still be taken back. */
  last: Done | undefined
  refusal: string
  dismiss: () => void
  /** For a live region: what has just happened. */
  said: string
  say: (words: string) => void
}

const wordsOf = (board: Board, visit: BoardVisit, to: Spot): string => {
  const name = board.people.find(({ id }) => id === to.person)?.name ?? 'the unassigned tray'
  const zone = board.timezone
  const isAsLong = to.end - to.start === visit.end - visit.start
  const at = isAsLong ? clockIn(to.start, zone) : hoursIn(to.start, to.end, zone)
  const isSameTime = to.start === visit.start && isAsLong
  const time = isSameTime ? '' : `, ${dayIn(to.start, zone)} ${at}`
  const who = visit.customer ? ` for ${visit.customer}` : ''
  return `${visit.service}${who}: ${name}${time}`
}

/** Sends moves at once, shows them before they are answered, and takes the last one back. */
export const useMoves = (board: Board, refresh: () => Promise<void>): Moves => {
  const [spots, setSpots] = useState<ReadonlyMap<string, Spot>>(new Map())
  const [last, setLast] = useState<Done>()
  const [refusal, setRefusal] = useState('')
  const [said, say] = useState('')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const show = useCallback((id: string, spot: Spot | undefined) => {
    setSpots((before) => {
      const next = new Map(before)
      if (spot) next.set(id, spot)
      else next.delete(id)
      return next
    })
  }, [])

  const send = useCallback(
    async (visit: BoardVisit, to: Spot, isUndo: boolean) => {
      setRefusal('')
      show(visit.id, to)
      const { path, body } = commandFor(visit, to)
      const headers = { 'x-undo': isUndo ? 'take-back' : `${undoSeconds}` }
      const answer = await callApi<{ appointment?: { id?: string } }>(path, {
        method: 'POST',
        body,
        headers,
      })
      if (!answer.ok) {
        show(visit.id, undefined)
        const words = refusalWords(answer.errors, { board, visit, to })
        setRefusal(words)
        say(words)
        return undefined
      }
      await refresh()
      show(visit.id, undefined)
      return answer.data.appointment?.id ?? visit.id
    },
    [board, refresh, show],
  )

  const move = useCallback<Moves['move']>(
    async (visit, to) => {
      const from = spotOf(visit)
      if (isSameSpot(from, to)) return true
      const id = await send(visit, to, false)
      if (!id) return false
      const words = wordsOf(board, visit, to)
      setLast({ visit: { ...visit, ...to, id }, from, words })
      say(`Moved ${words}.`)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => setLast(undefined), undoSeconds * 1000)
      return true
    },
    [board, send],
  )

  const undo = useCallback(async () => {
    if (!last) return
    clearTimeout(timer.current)
    setLast(undefined)
    const id = await send(last.visit, last.from, true)
    if (id) say(`Taken back: ${wordsOf(board, last.visit, last.from)}.`)
  }, [board, last, send])

  const dismiss = useCallback(() => setRefusal(''), [])
  return { spots, move, undo, last, refusal, dismiss, said, say }
}
