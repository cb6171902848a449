'use client'
import { type KeyboardEvent, useCallback, useState } from 'react'
import { isOn } from '../../ui/switches.ts'
import { clockIn, hoursIn } from '../../ui/zoned-time.ts'
import type { Board, BoardVisit } from './board-visit.ts'
import { isOpen } from './board-visit.ts'
import { isSameSpot, type Spot, spotOf } from './moves.ts'
import { resized } from './resized.ts'
import { lengthWords } from './visit-words.ts'

type KeyMoveOptions = {
  board: Board
  visits: readonly BoardVisit[]
  mayAssign: boolean
  mayMove: boolean
  assign: (visit: BoardVisit) => void
  move: (visit: BoardVisit, to: Spot) => Promise<boolean>
  announce: (words: string) => void
  /** While a visit is carried, by person: why they can never take it. */
  cannot: { readonly current: ReadonlyMap<string, string> }
}

const quarter = 15 * 60_000

const nextPerson = (board: Board, person: string | null, step: number): string | null => {
  const row: (string | null)[] = [null, ...board.people.map(({ id }) => id)]
  const place = row.indexOf(person) + step
  return row[Math.min(Math.max(place, 0), row.length - 1)] ?? null
}

const stepped = (
  event: KeyboardEvent,
  at: Spot,
  options: Pick<KeyMoveOptions, 'board' | 'mayAssign' | 'mayMove'>,
): Spot | undefined => {
  const { board, mayAssign, mayMove } = options
  const edge = resized(event, at)
  if (edge) return mayMove ? edge : undefined
  const by = event.shiftKey ? 4 * quarter : quarter
  const week = board.end - board.start > 26 * 3_600_000
  const sideways = week && !event.shiftKey ? 96 * quarter : by
  const shift = (step: number) => ({ ...at, start: at.start + step, end: at.end + step })
  if (event.key === 'ArrowLeft') return mayMove ? shift(-sideways) : undefined
  if (event.key === 'ArrowRight') return mayMove ? shift(sideways) : undefined
  if (!mayAssign) return undefined
  if (event.key === 'ArrowUp') return { ...at, person: nextPerson(board, at.person, -1) }
  if (event.key === 'ArrowDown') return { ...at, person: nextPerson(board, at.person, 1) }
  return undefined
}

const clashOf = (visits: readonly BoardVisit[], id: string, to: Spot) =>
  visits.find(
    (other) =>
      other.id !== id && other.person === to.person && other.start < to.end && to.start < other.end,
  )

/**
 * Moves by keyboard: Alt and arrows carry the visit in quarters of an hour or to the next person,
 * with Shift by the hour or its end alone, Alt and the page keys its start; Enter puts it down,
 * Escape takes it back. Each step is said.
 */
export const useKeyMoves = (options: KeyMoveOptions) => {
  const [carried, setCarried] = useState<{ visit: BoardVisit; to: Spot }>()
  const { board, visits, assign, move, announce, cannot } = options

  const sayWhere = (visit: BoardVisit, to: Spot) => {
    const name = board.people.find(({ id }) => id === to.person)?.name ?? 'Unassigned'
    const clash = to.person === null ? undefined : clashOf(visits, visit.id, to)
    const busy = clash ? ` Busy then with ${clash.service}.` : ''
    const never = to.person === null ? undefined : cannot.current.get(to.person)
    const isAsLong = to.end - to.start === visit.end - visit.start
    const when = isAsLong
      ? clockIn(to.start, board.timezone)
      : `${hoursIn(to.start, to.end, board.timezone)}, ${lengthWords((to.end - to.start) / 60_000)}`
    const why = never ? ` Can’t take it: ${never}` : busy
    announce(`${name}, ${when}.${why} Enter to save, Escape to leave it.`)
  }

  const drop = useCallback(() => setCarried(undefined), [])

  const onKey = (event: KeyboardEvent<HTMLElement>, visit: BoardVisit) => {
    const holding = carried?.visit.id === visit.id ? carried.to : undefined
    if (event.altKey && /^(Arrow|Page)/.test(event.key) && isOpen(visit)) {
      const to = stepped(event, holding ?? spotOf(visit), options)
      if (!to) return
      event.preventDefault()
      setCarried({ visit, to })
      sayWhere(visit, to)
      return
    }
    if (holding && event.key === 'Enter') {
      event.preventDefault()
      drop()
      if (!isSameSpot(holding, spotOf(visit))) void move(visit, holding)
      return
    }
    if (holding && event.key === 'Escape') {
      event.preventDefault()
      drop()
      announce('Left where it was.')
      return
    }
    const plain = !event.altKey && !event.ctrlKey && !event.metaKey
    const isLetter = plain && event.key.toLowerCase() === 'a' && isOn('keys')
    if (isLetter && isOpen(visit) && options.mayAssign) {
      event.preventDefault()
      assign(visit)
    }
  }
  return { carried, onKey }
}
