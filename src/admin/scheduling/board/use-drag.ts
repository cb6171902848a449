'use client'
import {
  type PointerEvent as ReactPointerEvent,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react'
import { instantAt } from '../../ui/instant-at.ts'
import { clock24In } from '../../ui/zoned-time.ts'
import type { Axis } from './axis.ts'
import type { Grip } from './board-context.ts'
import type { BoardVisit } from './board-visit.ts'
import { type Spot, spotOf } from './moves.ts'

type Held = {
  visit: BoardVisit
  grip: Grip
  x: number
  y: number
  isMoving: boolean
  /** A snap further than this many pixels off is meant as another time. */
  deadZone: number
}

type DragOptions = {
  axis: Axis
  zone: string
  mayMove: boolean
  mayAssign: boolean
  onDrop: (visit: BoardVisit, to: Spot) => void
}

const snap = 15 * 60_000
const rounded = (at: number) => Math.round(at / snap) * snap

const rowAt = (x: number, y: number): HTMLElement | null =>
  document
    .elementsFromPoint(x, y)
    .map((element) => element.closest<HTMLElement>('[data-person]'))
    .find(Boolean) ?? null

const spotAt = (held: Held, event: PointerEvent, options: DragOptions): Spot | undefined => {
  const { visit, grip } = held
  const { axis, zone, mayMove, mayAssign } = options
  const dx = event.clientX - held.x
  const track = document.querySelector<HTMLElement>('.fb-track')
  const perPixel = track ? (axis.end - axis.start) / track.clientWidth : 0
  if (grip === 'end') {
    const end = Math.max(visit.start + snap, rounded(visit.end + dx * perPixel))
    return { ...spotOf(visit), end }
  }
  if (grip === 'start') {
    const start = Math.min(visit.end - snap, rounded(visit.start + dx * perPixel))
    return { ...spotOf(visit), start }
  }
  const row = rowAt(event.clientX, event.clientY)
  if (!row) return undefined
  const person = mayAssign ? row.dataset['person'] || null : visit.person
  const length = visit.end - visit.start
  const { day } = row.dataset
  if (day && mayMove) {
    const at = instantAt(day, clock24In(visit.start, zone), zone)
    const start = at ? Date.parse(at) : visit.start
    return { person, start, end: start + length }
  }
  const keepsTime = visit.person === null || person === null || Math.abs(dx) < held.deadZone
  if (keepsTime || !mayMove || day) return { ...spotOf(visit), person }
  const start = rounded(visit.start + dx * perPixel)
  return { person, start, end: start + length }
}

/**
 * Drags visits with mouse, pen and finger: into other rows, along the day, longer or shorter.
 * From the tray a visit keeps the time that was agreed with the customer; Escape lets it go.
 */
export const useDrag = (options: DragOptions) => {
  const [ghost, setGhost] = useState<{ visit: BoardVisit; to: Spot }>()
  const held = useRef<Held>(undefined)
  const latest = useRef(options)
  /** A drag ends in a click on the card; that click opens nothing. */
  const hasDragged = useRef(false)
  useEffect(() => {
    latest.current = options
  })

  const grab = useCallback(
    (event: ReactPointerEvent<HTMLElement>, visit: BoardVisit, grip: Grip) => {
      if (event.button !== 0) return
      hasDragged.current = false
      const deadZone = event.pointerType === 'mouse' ? 12 : 24
      held.current = { visit, grip, x: event.clientX, y: event.clientY, isMoving: false, deadZone }
    },
    [],
  )

  useEffect(() => {
    const end = () => {
      held.current = undefined
      setGhost(undefined)
    }
    const onMove = (event: PointerEvent) => {
      const now = held.current
      if (!now) return
      const distance = Math.hypot(event.clientX - now.x, event.clientY - now.y)
      if (!now.isMoving && distance < 5) return
      now.isMoving = true
      hasDragged.current = true
      event.preventDefault()
      const to = spotAt(now, event, latest.current)
      setGhost(to ? { visit: now.visit, to } : undefined)
    }
    const onUp = (event: PointerEvent) => {
      const now = held.current
      if (!now) return
      const to = now.isMoving ? spotAt(now, event, latest.current) : undefined
      end()
      if (to) latest.current.onDrop(now.visit, to)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && held.current) end()
    }
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('pointercancel', end)
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('pointercancel', end)
      window.removeEventListener('keydown', onKey)
    }
  }, [])

  return { ghost, grab, hasDragged }
}
