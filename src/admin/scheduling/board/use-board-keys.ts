'use client'
import { useEffect, useRef } from 'react'
import { isTyping } from '../../ui/is-typing.ts'
import { isOn } from '../../ui/switches.ts'

type BoardKeys = {
  onToday: () => void
  onStep: (by: -1 | 1) => void
  onFind: () => void
  onHelp: () => void
  onUndo: () => void
}

/** The keys of the board as a whole; silent while somebody types or a dialog is open. */
export const useBoardKeys = (keys: BoardKeys): void => {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event.target) || document.querySelector('dialog[open]')) return
      const { onToday, onStep, onFind, onHelp, onUndo } = latest.current
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
        event.preventDefault()
        onUndo()
        return
      }
      if (event.ctrlKey || event.metaKey || event.altKey || !isOn('keys')) return
      const acts: Record<string, () => void> = {
        t: onToday,
        ArrowLeft: () => onStep(-1),
        ArrowRight: () => onStep(1),
        '/': onFind,
        '?': onHelp,
      }
      const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
