'use client'
import { useCallback, useRef, useState } from 'react'
import { type Override, overrideIn } from '../../bookings/visits/override-in.ts'
import { clockIn, dayIn, hoursIn } from '../../ui/zoned-time.ts'
import type { Board, BoardVisit } from './board-visit.ts'
import { isSameSpot, type Spot, spotOf } from './moves.ts'
import { refusalWords, stayWords } from './refusal-words.ts'
import { sendMove, undoSeconds } from './send-move.ts'

type Blocked = { visit: BoardVisit; to: Spot; override: Override }
type Done = { visit: BoardVisit; from: Spot; words: string }

export type Moves = {
  /** Where visits are shown while their move is on its way. */
  spots: ReadonlyMap<string, Spot>
  move: (visit: BoardVisit, to: Spot) => Promise<boolean>
  undo: () => Promise<void>
  /** The move that can still be taken back. */
  last: Done | undefined
  refusal: string
  /** What may give way to a reason, where that is why the last move was refused. */
  override: Override | undefined
  /** The refused move again, over hours, absences or a calendar entry. */
  anyway: (reason: string) => Promise<boolean>
  dismiss: () => void
  /** For a live region: what has just happened. */
  announcement: string
  announce: (words: string) => void
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
  const [blocked, setBlocked] = useState<Blocked>()
  const [announcement, announce] = useState('')
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
    async (visit: BoardVisit, to: Spot, how: { isUndo?: boolean; reason?: string } = {}) => {
      setRefusal('')
      setBlocked(undefined)
      show(visit.id, to)
      const answer = await sendMove(visit, to, how)
      if (!answer.ok) {
        show(visit.id, undefined)
        const why = refusalWords(answer.errors, { board, visit, to })
        const words = how.isUndo ? stayWords(why) : why
        setRefusal(words)
        const override = overrideIn(answer.errors)
        if (override) setBlocked({ visit, to, override })
        announce(words)
        return undefined
      }
      await refresh()
      show(visit.id, undefined)
      return answer.data.appointment?.id ?? visit.id
    },
    [board, refresh, show],
  )

  const carryOut = useCallback(
    async (visit: BoardVisit, to: Spot, reason?: string) => {
      const from = spotOf(visit)
      if (isSameSpot(from, to)) return true
      const id = await send(visit, to, reason ? { reason } : {})
      if (!id) return false
      const words = wordsOf(board, visit, to)
      setLast({ visit: { ...visit, ...to, id }, from, words })
      announce(`Moved ${words}.`)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => setLast(undefined), undoSeconds * 1000)
      return true
    },
    [board, send],
  )
  const move = useCallback<Moves['move']>((visit, to) => carryOut(visit, to), [carryOut])
  const anyway = useCallback<Moves['anyway']>(
    async (reason) => (blocked ? carryOut(blocked.visit, blocked.to, reason) : false),
    [blocked, carryOut],
  )

  const undo = useCallback(async () => {
    if (!last) return
    clearTimeout(timer.current)
    setLast(undefined)
    const id = await send(last.visit, last.from, { isUndo: true })
    if (id) announce(`Undone: ${wordsOf(board, last.visit, last.from)}.`)
  }, [board, last, send])

  const dismiss = useCallback(() => {
    setRefusal('')
    setBlocked(undefined)
  }, [])
  const override = blocked?.override
  return { spots, move, undo, last, refusal, override, anyway, dismiss, announcement, announce }
}
